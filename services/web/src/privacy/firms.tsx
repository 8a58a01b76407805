import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {client, done} from '../api/client';
import {Link, useHref} from '../router';
import {usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Check, TextField} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {openFirms, useFirmConsents, type FirmConsent} from './firm_consents';

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
                <GiveConsent
                    candidate={candidate}
                    current={data.current}
                    onGiven={async () => {
                        await consents.refetch();
                        setSaid(say.given);
                    }}
                />
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

const firmNumber = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function GiveConsent(properties: {
    candidate: string;
    current: {wording: string; text: string};
    onGiven: () => Promise<void>;
}) {
    const {candidate, current, onGiven} = properties;
    const {lang} = useText();
    const words = usePrivacyWords();
    const [firm, setFirm] = useState('');
    const [mayReplace, setMayReplace] = useState(false);
    const [wrong, setWrong] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.firms;
    const submit = async () => {
        const isNumber = firmNumber.test(firm.trim());
        setWrong(!isNumber);
        if (!isNumber) {
            return;
        }
        await act(async () => {
            await done(
                client.PUT('/v1/candidates/{id}/firms/{firm}', {
                    params: {
                        path: {id: candidate, firm: firm.trim().toLowerCase()},
                        query: {lang},
                    },
                    body: {wording: current.wording, may_replace: mayReplace},
                }),
            );
            setFirm('');
            setMayReplace(false);
            await onGiven();
        });
    };
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                void submit();
            }}
        >
            <h3>{say.add}</h3>
            <TextField
                label={say.number}
                hint={say.numberHint}
                error={wrong ? say.numberWrong : undefined}
                value={firm}
                onChange={setFirm}
            />
            <Check label={say.replace} checked={mayReplace} onChange={setMayReplace} />
            <blockquote className="wording">{current.text}</blockquote>
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button" aria-disabled={busy}>
                    {say.agree}
                </button>
            </div>
        </form>
    );
}
