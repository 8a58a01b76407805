import {useState} from 'react';

import {answered, client} from '../api/client';
import {Link, useHref} from '../router';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {TextField} from '../ui/fields';
import {useAct} from './act';
import {FormPage} from './form_page';
import {Sent} from './sent';

export default function ForgotPage() {
    const {lang} = useText();
    const words = useAccountWords();
    const href = useHref();
    const [email, setEmail] = useState('');
    const [sent, setSent] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.forgot;
    const back = <Link href={href('/sign-in')}>{say.back}</Link>;
    if (sent) {
        return (
            <Sent title={say.sentTitle}>
                <p>{say.sent(email)}</p>
                <p className="quiet">{words.signUp.sentHint}</p>
                <p>{back}</p>
            </Sent>
        );
    }
    const submit = async () => {
        const asked = () =>
            answered(client.POST('/v1/password-resets', {params: {query: {lang}}, body: {email}}));
        if (await act(asked)) {
            setSent(true);
        }
    };
    return (
        <FormPage
            title={say.title}
            lead={say.lead}
            submit={say.submit}
            doing={{busy, failure}}
            onSubmit={submit}
            after={back}
        >
            <TextField
                kind="email"
                complete="username"
                label={words.email}
                value={email}
                onChange={setEmail}
            />
        </FormPage>
    );
}
