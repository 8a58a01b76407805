import {Link, useHref, useRouter} from '../router';
import {worksHere} from '../sections';
import {useAccountWords} from '../text/later';
import {Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {keptNow, refresh} from './keeper';
import {useSession} from './session';
import {CodeForm, SignInForm} from './sign_in_form';

/// Where somebody wanted to go when they were asked to sign in; a page of ours and nothing else.
function useNext(): string | null {
    const next = useRouter().search.get('next') ?? '';
    return /^[a-z-]+(\/[a-z0-9-]+)*$/.test(next) ? `/${next}` : null;
}

/// Where whoever is signed in now begins: at their work, else at their account.
function start(): string {
    const {session} = keptNow();
    return session.state === 'signed_in' && worksHere(session.account.role) ? '' : '/account';
}

export default function SignInPage() {
    const words = useAccountWords();
    const href = useHref();
    const {go} = useRouter();
    const next = useNext();
    const {session} = useSession();
    usePageTitle(words.signIn.title);
    if (session.state === 'unknown') {
        return <Loading />;
    }
    const goOn = () => go(href(next ?? start()), {replace: true});
    if (session.state === 'second_factor_required') {
        return (
            <div className="narrow">
                <h1>{words.signIn.title}</h1>
                <CodeForm onDone={goOn} onLate={() => void refresh()} />
            </div>
        );
    }
    if ('account' in session) {
        return (
            <div className="narrow">
                <h1>{words.signIn.title}</h1>
                <p>{words.signIn.already(session.account.email)}</p>
                <Link className="button button-main" href={href('/account')}>
                    {words.signIn.toAccount}
                </Link>
            </div>
        );
    }
    return (
        <div className="narrow">
            <h1>{words.signIn.title}</h1>
            <p className="lead">{words.signIn.lead}</p>
            <SignInForm onDone={goOn} />
            <p>
                <Link href={href('/forgot')}>{words.signIn.forgot}</Link>
            </p>
            <p>
                {words.signIn.none} <Link href={href('/sign-up')}>{words.signIn.signUp}</Link>
            </p>
        </div>
    );
}
