import {useState} from 'react';

import {client, done} from '../api/client';
import {Link, useHref} from '../router';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {usePageTitle} from '../ui/title';
import {useAct} from './act';
import {dropLinkToken, useLinkToken} from './link_token';
import {PasswordField} from './password_field';
import {Refused} from './refused';
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
        <div className="narrow">
            <h1>{say.title}</h1>
            <p className="lead">{say.lead}</p>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void submit();
                }}
            >
                <PasswordField label={words.password} value={password} onChange={setPassword} />
                <Refused error={failure} />
                <div className="actions">
                    <button type="submit" className="button button-main" aria-disabled={busy}>
                        {say.submit}
                    </button>
                </div>
            </form>
        </div>
    );
}
