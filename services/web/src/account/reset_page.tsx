import {useState} from 'react';

import {client, done} from '../api/client';
import {Link, useHref} from '../router';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {useAct} from './act';
import ForgotPage from './forgot_page';
import {FormPage} from './form_page';
import {refresh} from './keeper';
import {dropLinkToken, useLinkToken} from './link_token';
import {PasswordField} from './password_field';
import {Sent} from './sent';

/// Where the link of a mail leads; without the secret of one, a mail can be asked for.
export default function ResetPage({invited = false}: {invited?: boolean}) {
    const {lang} = useText();
    const words = useAccountWords();
    const href = useHref();
    const token = useLinkToken();
    const [password, setPassword] = useState('');
    const [chosen, setChosen] = useState(false);
    const {busy, failure, act} = useAct();
    const say = invited ? {...words.reset, ...words.invitation} : words.reset;
    if (chosen) {
        return (
            <Sent title={say.doneTitle}>
                <p>{say.done}</p>
                <Link className="button button-main" href={href('/sign-in')}>
                    {words.signIn.submit}
                </Link>
            </Sent>
        );
    }
    if (token === '') {
        return <ForgotPage />;
    }
    const submit = async () => {
        const body = {token, password};
        const answer = client.PUT('/v1/password-resets', {params: {query: {lang}}, body});
        if (await act(() => done(answer))) {
            dropLinkToken();
            setChosen(true);
            void refresh(); // Whoever was signed in here is so no more.
        }
    };
    return (
        <FormPage
            title={say.title}
            lead={say.lead}
            submit={say.submit}
            doing={{busy, failure}}
            onSubmit={submit}
            after={
                <Link href={href('/forgot')} onClick={() => dropLinkToken()}>
                    {say.again}
                </Link>
            }
        >
            <PasswordField
                isNew
                label={say.password}
                hint={words.signUp.passwordHint}
                value={password}
                onChange={setPassword}
            />
        </FormPage>
    );
}
