import {useState} from 'react';

import {answered, client} from '../api/client';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {useAct} from './act';
import {adopt} from './keeper';
import {PasswordField} from './password_field';
import {Refused} from './refused';

export function PasswordSection({email}: {email: string}) {
    const {lang} = useText();
    const words = useAccountWords();
    const [current, setCurrent] = useState('');
    const [wanted, setWanted] = useState('');
    const [changed, setChanged] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.account;
    const submit = async () => {
        setChanged(false);
        const body = {current_password: current, new_password: wanted};
        const done = await act(async () => {
            adopt(
                await answered(
                    client.PUT('/v1/accounts/me/password', {params: {query: {lang}}, body}),
                ),
            );
        });
        if (done) {
            setCurrent('');
            setWanted('');
            setChanged(true);
        }
    };
    return (
        <section className="panel">
            <h2>{say.password}</h2>
            <p className="quiet">{say.passwordText}</p>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void submit();
                }}
            >
                <input hidden readOnly type="email" autoComplete="username" value={email} />
                <PasswordField label={say.currentPassword} value={current} onChange={setCurrent} />
                <PasswordField
                    isNew
                    label={say.newPassword}
                    hint={words.signUp.passwordHint}
                    value={wanted}
                    onChange={setWanted}
                />
                <Refused error={failure} />
                <div className="actions">
                    <button type="submit" className="button" aria-disabled={busy}>
                        {say.changePassword}
                    </button>
                    <p role="status">{changed && say.passwordChanged}</p>
                </div>
            </form>
        </section>
    );
}
