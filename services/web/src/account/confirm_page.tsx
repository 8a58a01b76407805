import {useState} from 'react';

import {client, done} from '../api/client';
import {Link, useHref} from '../router';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {usePageTitle} from '../ui/title';
import {useAct} from './act';
import {FormPage} from './form_page';
import {dropLinkToken, useLinkToken} from './link_token';
import {PasswordField} from './password_field';
import {Sent} from './sent';

export default function ConfirmPage() {
    const {lang} = useText();
    const words = useAccountWords();
    const href = useHref();
    const token = useLinkToken();
    const [password, setPassword] = useState('');
    const [confirmed, setConfirmed] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.confirm;
    usePageTitle(say.title);
    if (confirmed) {
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
        return (
            <div className="narrow">
                <h1>{say.noneTitle}</h1>
                <p>{say.none}</p>
                <Link href={href('/sign-up')}>{say.again}</Link>
            </div>
        );
    }
    const submit = async () => {
        const body = {token, password};
        const answer = client.POST('/v1/accounts/verification', {params: {query: {lang}}, body});
        if (await act(() => done(answer))) {
            dropLinkToken();
            setConfirmed(true);
        }
    };
    return (
        <FormPage
            title={say.title}
            lead={say.lead}
            submit={say.submit}
            doing={{busy, failure}}
            onSubmit={submit}
        >
            <PasswordField label={words.password} value={password} onChange={setPassword} />
        </FormPage>
    );
}
