import {useState} from 'react';

import {useAct} from '../account/act';
import {leave, setCandidate} from '../account/keeper';
import {PasswordField} from '../account/password_field';
import {Refused} from '../account/refused';
import {answered, client} from '../api/client';
import {clearHere} from '../profile/kept';
import {useRouter, useHref} from '../router';
import {useAccountWords, usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Dialog} from '../ui/dialog';
import {TextField} from '../ui/fields';

interface Kept {
    what: string;
    text: string;
}

/// What was kept all the same, and why, as the service says.
function DoneDialog({kept, onClose}: {kept: Kept[]; onClose: () => void}) {
    const words = usePrivacyWords();
    const say = words.remove;
    return (
        <Dialog title={say.doneTitle} onClose={onClose}>
            <p>{say.kept}</p>
            <ul className="notes">
                {kept.map((one) => (
                    <li key={one.what}>{one.text}</li>
                ))}
            </ul>
            <div className="actions">
                <button type="button" className="button button-main" onClick={onClose}>
                    {words.close}
                </button>
            </div>
        </Dialog>
    );
}

export function DeleteProfile({candidate}: {candidate: string}) {
    const {lang} = useText();
    const words = usePrivacyWords();
    const account = useAccountWords();
    const [asking, setAsking] = useState(false);
    const [kept, setKept] = useState<Kept[] | null>(null);
    const {busy, failure, act} = useAct();
    const say = words.remove;
    const remove = () =>
        act(async () => {
            const params = {path: {id: candidate}, query: {lang}};
            const gone = await answered(client.DELETE('/v1/candidates/{id}', {params}));
            setAsking(false);
            setKept(gone.kept);
        });
    const finish = () => {
        clearHere();
        setCandidate(null);
    };
    return (
        <section className="panel">
            <h2>{say.profile}</h2>
            <p>{say.profileText}</p>
            <div className="actions">
                <button type="button" className="button button-bad" onClick={() => setAsking(true)}>
                    {say.profile}
                </button>
            </div>
            {asking && (
                <Dialog title={say.profile} onClose={() => setAsking(false)}>
                    <p>{say.profileAsk}</p>
                    <Refused error={failure} />
                    <div className="actions">
                        <button
                            type="button"
                            className="button button-bad"
                            aria-disabled={busy}
                            onClick={() => void remove()}
                        >
                            {say.yes}
                        </button>
                        <button type="button" className="button" onClick={() => setAsking(false)}>
                            {account.cancel}
                        </button>
                    </div>
                </Dialog>
            )}
            {kept && <DoneDialog kept={kept} onClose={finish} />}
        </section>
    );
}

export function DeleteAccount({hasSecondFactor}: {hasSecondFactor: boolean}) {
    const {lang} = useText();
    const words = usePrivacyWords();
    const account = useAccountWords();
    const {go} = useRouter();
    const href = useHref();
    const [asking, setAsking] = useState(false);
    const [password, setPassword] = useState('');
    const [code, setCode] = useState('');
    const [kept, setKept] = useState<Kept[] | null>(null);
    const {busy, failure, act} = useAct();
    const say = words.remove;
    const remove = () =>
        act(async () => {
            const body = hasSecondFactor ? {password, code: code.trim()} : {password};
            const asked = client.POST('/v1/accounts/me/deletion', {params: {query: {lang}}, body});
            const gone = await answered(asked);
            setAsking(false);
            setPassword('');
            setKept(gone.kept);
        });
    const finish = () => {
        leave();
        go(href(''));
    };
    return (
        <section className="panel">
            <h2>{say.account}</h2>
            <p>{say.accountText}</p>
            <div className="actions">
                <button type="button" className="button button-bad" onClick={() => setAsking(true)}>
                    {say.account}
                </button>
            </div>
            {asking && (
                <Dialog title={say.account} onClose={() => setAsking(false)}>
                    <p>{say.accountAsk}</p>
                    <form
                        className="form"
                        onSubmit={(event) => {
                            event.preventDefault();
                            void remove();
                        }}
                    >
                        <PasswordField
                            label={account.password}
                            value={password}
                            onChange={setPassword}
                        />
                        {hasSecondFactor && (
                            <TextField
                                kind="digits"
                                complete="one-time-code"
                                label={say.code}
                                value={code}
                                onChange={setCode}
                            />
                        )}
                        <Refused error={failure} />
                        <div className="actions">
                            <button
                                type="submit"
                                className="button button-bad"
                                aria-disabled={busy}
                            >
                                {say.yes}
                            </button>
                            <button
                                type="button"
                                className="button"
                                onClick={() => setAsking(false)}
                            >
                                {account.cancel}
                            </button>
                        </div>
                    </form>
                </Dialog>
            )}
            {kept && <DoneDialog kept={kept} onClose={finish} />}
        </section>
    );
}
