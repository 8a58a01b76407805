import {useQueryClient} from '@tanstack/react-query';
import {lazy, Suspense, useCallback, useEffect, useSyncExternalStore, type ReactNode} from 'react';

import {client, done, Refusal} from '../api/client';
import {useOnline} from '../ui/online';
import {keptNow, leave, onDeparture, refresh, subscribe, type Session} from './keeper';

const SignInAgain = lazy(() => import('./sign_in_again'));

/// Finds out who is signed in, and asks again for the password where it takes that, in place.
export function SessionProvider({children}: {children: ReactNode}) {
    const {session, asking} = useSyncExternalStore(subscribe, keptNow);
    const queries = useQueryClient();
    const online = useOnline();
    const {state} = session;
    useEffect(() => {
        if (online && state === 'unknown') {
            // Whoever cannot be reached is asked again by the next request.
            void refresh().catch(() => undefined);
        }
    }, [online, state]);
    useEffect(() => onDeparture(() => queries.clear()), [queries]);
    return (
        <>
            {children}
            {asking && 'account' in session && (
                <Suspense>
                    <SignInAgain why={asking} email={session.account.email} />
                </Suspense>
            )}
        </>
    );
}

export function useSession(): {session: Session; signOut: () => Promise<void>} {
    const {session} = useSyncExternalStore(subscribe, keptNow);
    const signOut = useCallback(async () => {
        await done(client.DELETE('/v1/sessions/current', {})).catch((error: unknown) => {
            if (!(error instanceof Refusal && error.status === 401)) {
                throw error; // Whoever cannot be signed out is not told so.
            }
        });
        leave();
    }, []);
    return {session, signOut};
}

/// The account of whoever is signed in, and the profile that it keeps.
export function useSignedIn() {
    const {session} = useSession();
    return session.state === 'signed_in' ? session : null;
}
