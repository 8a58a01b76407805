import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {client, done} from '../api/client';
import {Link, useHref} from '../router';
import {usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {openFirms, useFirmConsents, type FirmConsent} from './firm_consents';
import {GiveConsent} from './give_consent';

/// Firms of advisors: to whom the profile is open, by which words, and since when.
export function Firms({candidate}: {candidate: string}) {
    const words = usePrivacyWords();
    const consents = useFirmConsents(candidate);
    const [said, setSaid] = useState('');
    const {busy, failure, act} = useAct();
    const say = words.firms;
    const data = consents.data;
    const open = openFirms(data);
    const withdraw = (firm: string) =>
        act(async () => {
            const params = {path: {id: candidate, firm}};
            await done(client.DELETE('/v1/candidates/{id}/firms/{firm}', {params}));
            await consents.refetch();
            setSaid(say.withdrawn);
        });
    return (
        <section className="panel">
            <h2>{say.title}</h2>
            {consents.isPending && <Loading />}
            {consents.isError && <Failure error={consents.error} again={consents.refetch} />}
            {data && open.length === 0 && <p className="quiet">{say.none}</p>}
            <ul className="records">
                {data?.items.map((consent) => (
                    <Firm
                        key={`${consent.firm} ${consent.given_at}`}
                        consent={consent}
                        busy={busy}
                        onWithdraw={() => void withdraw(consent.firm)}
                    />
                ))}
            </ul>
            <Refused error={failure} />
            {data && (
                <>
                    <h3>{say.add}</h3>
                    <GiveConsent
                        candidate={candidate}
                        current={data.current}
                        onGiven={async () => {
                            await consents.refetch();
                            setSaid(say.given);
                        }}
                    />
                </>
            )}
            <p role="status">{said}</p>
        </section>
    );
}

function Firm(properties: {consent: FirmConsent; busy: boolean; onWithdraw: () => void}) {
    const {consent, busy, onWithdraw} = properties;
    const {format} = useText();
    const words = usePrivacyWords();
    const href = useHref();
    const say = words.firms;
    const name = consent.firm_name ?? say.nameless(consent.firm.slice(0, 8));
    const given = format.day(consent.given_at);
    return (
        <li>
            <div>
                <b dir="auto">{name}</b>
                <p className="quiet">
                    {consent.withdrawn_at
                        ? say.until(given, format.day(consent.withdrawn_at))
                        : say.since(given)}
                    {consent.may_replace && `, ${say.mayReplace}`}
                </p>
            </div>
            {consent.withdrawn_at ? (
                <span className="quiet">{say.ended}</span>
            ) : (
                <div className="actions">
                    <Link className="button" href={href(`/messages/${consent.firm}`)}>
                        {say.write}
                    </Link>
                    <button
                        type="button"
                        className="button"
                        aria-disabled={busy}
                        aria-label={say.withdrawFrom(name)}
                        onClick={onWithdraw}
                    >
                        {say.withdraw}
                    </button>
                </div>
            )}
        </li>
    );
}
