import {useState} from 'react';

import {Refusal} from '../api/client';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {TextField} from '../ui/fields';
import {useAct} from './act';
import {PasswordField} from './password_field';
import {Refused} from './refused';
import {giveCode, signIn} from './sign_in';

/// Address and password, then the second step where the account has one. `known`: whose it is.
export function SignInForm({known, onDone}: {known?: string; onDone: () => void}) {
    const {lang} = useText();
    const words = useAccountWords();
    const [email, setEmail] = useState(known ?? '');
    const [password, setPassword] = useState('');
    const [second, setSecond] = useState(false);
    const {busy, failure, act} = useAct();
    const submit = () =>
        act(async () => {
            const stage = await signIn(lang, email, password);
            setPassword('');
            if (stage === 'second_factor_required') {
                setSecond(true);
            } else {
                onDone();
            }
        });
    if (second) {
        return <CodeForm onDone={onDone} onLate={() => setSecond(false)} />;
    }
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                void submit();
            }}
        >
            {known === undefined ? (
                <TextField
                    kind="email"
                    complete="username"
                    label={words.email}
                    value={email}
                    onChange={setEmail}
                />
            ) : (
                <input hidden readOnly type="email" autoComplete="username" value={known} />
            )}
            <PasswordField label={words.password} value={password} onChange={setPassword} />
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button button-main" aria-disabled={busy}>
                    {words.signIn.submit}
                </button>
            </div>
        </form>
    );
}

/// `onLate`: the password was given too long ago.
export function CodeForm({onDone, onLate}: {onDone: () => void; onLate: () => void}) {
    const {lang} = useText();
    const words = useAccountWords();
    const [isRecovery, setIsRecovery] = useState(false);
    const [code, setCode] = useState('');
    const {busy, failure, act} = useAct();
    const submit = () =>
        act(async () => {
            try {
                await giveCode(lang, code.trim(), isRecovery);
            } catch (error) {
                if (error instanceof Refusal && error.status === 401) {
                    onLate();
                    return;
                }
                throw error;
            }
            onDone();
        });
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                void submit();
            }}
        >
            <h2>{words.signIn.codeTitle}</h2>
            <p>{isRecovery ? words.signIn.recoveryLead : words.signIn.codeLead}</p>
            <TextField
                key={String(isRecovery)}
                focused
                kind={isRecovery ? 'text' : 'digits'}
                complete={isRecovery ? 'off' : 'one-time-code'}
                label={isRecovery ? words.signIn.recovery : words.signIn.code}
                value={code}
                onChange={setCode}
            />
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button button-main" aria-disabled={busy}>
                    {words.signIn.goOn}
                </button>
                <button
                    type="button"
                    className="button"
                    onClick={() => {
                        setIsRecovery(!isRecovery);
                        setCode('');
                    }}
                >
                    {isRecovery ? words.signIn.useCode : words.signIn.useRecovery}
                </button>
            </div>
        </form>
    );
}
