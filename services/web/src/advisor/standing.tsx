import {useState} from 'react';

import {useAct} from '../account/act';
import {refresh, type Account} from '../account/keeper';
import {Refused} from '../account/refused';
import {useSignedIn} from '../account/session';
import {client, done} from '../api/client';
import {Link, useHref} from '../router';
import {useAdvisorWords} from '../text/later';
import {useText} from '../text/text';
import {Choice, TextField} from '../ui/fields';

type Standing = NonNullable<Account['standing']>;

/// Until an advisor says what they are, where they begin to work.
export function StandingFirst() {
    const words = useAdvisorWords();
    const href = useHref();
    const account = useSignedIn()?.account;
    return account?.role === 'advisor' && account.standing === null ? (
        <div className="notice">
            <p>{words.standing.first}</p>
            <Link className="button" href={href('/account')}>
                {words.standing.say}
            </Link>
        </div>
    ) : null;
}

/// What an advisor says of themselves: who may advise on immigration for a fee, and who does not.
export default function StandingSection({account}: {account: Account}) {
    const {lang} = useText();
    const {standing: words} = useAdvisorWords();
    const [standing, setStanding] = useState<Standing | ''>(account.standing ?? '');
    const [number, setNumber] = useState(account.licence_number ?? '');
    const [wrong, setWrong] = useState(false);
    const [said, setSaid] = useState(false);
    const {busy, failure, act} = useAct();
    const isRegulated = standing === 'regulated';
    const lacking = isRegulated && number.trim() === '';
    const keep = async () => {
        setWrong(lacking);
        if (standing === '' || lacking) {
            return;
        }
        const body = {standing, licence_number: isRegulated ? number.trim() : null};
        const kept = await act(() =>
            done(client.PUT('/v1/accounts/me/standing', {params: {query: {lang}}, body})),
        );
        if (kept) {
            setSaid(true);
            await refresh().catch(() => undefined);
        }
    };
    return (
        <section className="panel" aria-labelledby="standing">
            <h2 id="standing">{words.title}</h2>
            <p>{words.text}</p>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void keep();
                }}
            >
                <Choice<Standing>
                    legend={words.legend}
                    value={standing}
                    options={[
                        ['regulated', words.regulated],
                        ['employment_adviser', words.employment],
                    ]}
                    onChange={(one) => {
                        setSaid(false);
                        setStanding(one);
                    }}
                />
                {isRegulated && (
                    <TextField
                        label={words.number}
                        hint={words.numberHint}
                        value={number}
                        error={wrong && lacking ? words.numberNeeded : undefined}
                        onChange={(typed) => {
                            setSaid(false);
                            setNumber(typed);
                        }}
                    />
                )}
                <Refused error={failure} />
                <div className="actions">
                    <button
                        type="submit"
                        className="button button-main"
                        aria-disabled={busy || standing === ''}
                    >
                        {words.keep}
                    </button>
                    <p role="status">{said && words.kept}</p>
                </div>
            </form>
        </section>
    );
}
