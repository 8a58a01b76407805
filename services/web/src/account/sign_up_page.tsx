import {useState} from 'react';

import {answered, client} from '../api/client';
import {Link, useHref} from '../router';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {Check, TextField} from '../ui/fields';
import {useAct} from './act';
import {FormPage} from './form_page';
import {PasswordField} from './password_field';
import {Sent} from './sent';

export default function SignUpPage() {
    const {lang} = useText();
    const words = useAccountWords();
    const href = useHref();
    const [email, setEmail] = useState('');
    const [password, setPassword] = useState('');
    const [agreed, setAgreed] = useState(false);
    const [tried, setTried] = useState(false);
    const [sent, setSent] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.signUp;
    const submit = async () => {
        setTried(true);
        if (!agreed || email === '' || password === '') {
            return;
        }
        const body = {email, password, language: lang} as const;
        const registered = await act(() =>
            answered(client.POST('/v1/accounts', {params: {query: {lang}}, body})),
        );
        if (registered) {
            setPassword('');
            setSent(true);
        }
    };
    if (sent) {
        return (
            <Sent title={say.sentTitle}>
                <p>{say.sent(email)}</p>
                <p className="quiet">{say.sentHint}</p>
            </Sent>
        );
    }
    const needed = (there: boolean) => (tried && !there ? words.required : undefined);
    return (
        <FormPage
            title={say.title}
            lead={say.lead}
            submit={say.submit}
            doing={{busy, failure}}
            onSubmit={submit}
            after={
                <>
                    {say.have} <Link href={href('/sign-in')}>{words.signIn.submit}</Link>
                </>
            }
        >
            <TextField
                kind="email"
                complete="username"
                label={words.email}
                value={email}
                error={needed(email !== '')}
                onChange={setEmail}
            />
            <PasswordField
                isNew
                label={words.password}
                hint={say.passwordHint}
                value={password}
                error={needed(password !== '')}
                onChange={setPassword}
            />
            <Check label={say.consent} checked={agreed} onChange={setAgreed} />
            {tried && !agreed && (
                <p className="field-error" role="alert">
                    {say.consentNeeded}
                </p>
            )}
            <p className="quiet">{say.consentMore}</p>
        </FormPage>
    );
}
