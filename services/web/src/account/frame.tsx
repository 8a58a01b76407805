import type {ReactNode} from 'react';

import {Link, useHref, useRouter} from '../router';
import {useAccountWords} from '../text/later';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {refresh, type Session} from './keeper';
import type {Role} from '../sections';
import {useSession} from './session';

const names = ['account', 'privacy', 'messages', 'requests'] as const;
type Name = (typeof names)[number];

/// Pages of somebody signed in, beside each other.
export function AccountFrame(properties: {
    name: Name;
    title: string;
    children: (signedIn: Extract<Session, {state: 'signed_in'}>) => ReactNode;
    /// What the page has for nobody.
    otherwise?: ReactNode;
    /// What it has while the second step is to be set up.
    unfinished?: ReactNode;
}) {
    const {name, title, children, otherwise, unfinished} = properties;
    const {session} = useSession();
    usePageTitle(title);
    if (session.state === 'unknown') {
        return <Unknown failed={session.failed === true} />;
    }
    if (session.state === 'nobody') {
        return otherwise ?? <SignInFirst next={name} />;
    }
    if (session.state === 'second_factor_required') {
        return <SignInFirst next={name} />;
    }
    return (
        <div className="account">
            {session.state === 'signed_in' && (
                <AccountNav here={name} role={session.account.role} />
            )}
            <h1>{title}</h1>
            {session.state === 'signed_in' ? children(session) : unfinished}
        </div>
    );
}

/// Messages are a section of their own for whoever works here.
function AccountNav({here, role}: {here: Name; role: Role}) {
    const words = useAccountWords();
    const href = useHref();
    return (
        <nav className="steps" aria-label={words.nav}>
            <ol>
                {names
                    .filter((name) => name !== 'messages' || role === 'candidate')
                    .map((name) => (
                        <li key={name}>
                            <Link
                                href={href(`/${name}`)}
                                aria-current={name === here ? 'page' : undefined}
                            >
                                {words.pages[name]}
                            </Link>
                        </li>
                    ))}
            </ol>
        </nav>
    );
}

function Unknown({failed}: {failed: boolean}) {
    return failed ? (
        <Failure page error={null} again={() => refresh().catch(() => undefined)} />
    ) : (
        <Loading />
    );
}

function SignInFirst({next}: {next: string}) {
    const words = useAccountWords();
    const href = useHref();
    const {path} = useRouter();
    return (
        <Empty page title={words.signInFirst}>
            <Link
                className="button button-main"
                href={href('/sign-in', {next: path.join('/') || next})}
            >
                {words.signIn.submit}
            </Link>
        </Empty>
    );
}
