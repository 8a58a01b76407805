import {useState} from 'react';

import {answered, client} from '../api/client';
import {Link, useHref, useRouter} from '../router';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {Check, Choice, TextField} from '../ui/fields';
import {useAct} from './act';
import {FormPage} from './form_page';
import {PasswordField} from './password_field';
import {Sent} from './sent';

const roles = ['candidate', 'employer'] as const;
type Role = (typeof roles)[number];

/// `for=employer` in the address: whoever hires came by a link that says so.
export default function SignUpPage() {
    const {lang} = useText();
    const words = useAccountWords();
    const href = useHref();
    const asked = useRouter().search.get('for');
    const [role, setRole] = useState<Role>(asked === 'employer' ? 'employer' : 'candidate');
    const [employer, setEmployer] = useState('');
    const [email, setEmail] = useState('');
    const [password, setPassword] = useState('');
    const [agreed, setAgreed] = useState(false);
    const [tried, setTried] = useState(false);
    const [sent, setSent] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.signUp;
    const hires = role === 'employer';
    const submit = async () => {
        setTried(true);
        if (!agreed || email === '' || password === '' || (hires && employer.trim() === '')) {
            return;
        }
        const body = {
            email,
            password,
            language: lang,
            role,
            ...(hires ? {employer_name: employer.trim()} : {}),
        };
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
            lead={hires ? say.employerLead : say.lead}
            submit={say.submit}
            doing={{busy, failure}}
            onSubmit={submit}
            after={
                <>
                    {say.have} <Link href={href('/sign-in')}>{words.signIn.submit}</Link>
                </>
            }
        >
            <Choice
                inline
                legend={say.who}
                value={role}
                options={roles.map((one) => [one, say.roles[one]] as const)}
                onChange={(one) => {
                    setRole(one);
                    setAgreed(false); // To other words.
                }}
            />
            {hires && (
                <TextField
                    complete="organization"
                    label={say.employerName}
                    hint={say.employerNameHint}
                    value={employer}
                    error={needed(employer.trim() !== '')}
                    onChange={setEmployer}
                />
            )}
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
            <Check
                label={hires ? say.employerConsent : say.consent}
                checked={agreed}
                onChange={setAgreed}
            />
            {tried && !agreed && (
                <p className="field-error" role="alert">
                    {say.consentNeeded}
                </p>
            )}
            <p className="quiet">{hires ? say.employerMore : say.consentMore}</p>
        </FormPage>
    );
}
