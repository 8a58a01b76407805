import type {ReactNode} from 'react';

import {Link, useHref, useRouter} from '../router';
import {useText} from '../text/text';
import {Empty, Loading} from '../ui/states';
import {useSession, useSignedIn} from './session';

/// What only somebody with an account can see; who has not signed in is led there and back again.
export function SignedIn(properties: {
    title: string;
    lead?: string; ///< Of a page that has its heading from here.
    why: string;
    children: ReactNode;
}) {
    const {title, lead, why, children} = properties;
    const {t} = useText();
    const href = useHref();
    const {path} = useRouter();
    const {session} = useSession();
    const waiting = session.state === 'unknown' && !('failed' in session && session.failed);
    if (useSignedIn()) {
        return lead === undefined ? (
            children
        ) : (
            <>
                <header className="page-head">
                    <h1>{title}</h1>
                    <p className="lead">{lead}</p>
                </header>
                {children}
            </>
        );
    }
    return (
        <>
            <header className="page-head">
                <h1>{title}</h1>
            </header>
            {waiting ? (
                <Loading />
            ) : (
                <Empty title={t.common.signInFirst}>
                    <p>{why}</p>
                    <Link
                        className="button button-main"
                        href={href('/sign-in', {next: path.join('/')})}
                    >
                        {t.common.signIn}
                    </Link>
                </Empty>
            )}
        </>
    );
}
