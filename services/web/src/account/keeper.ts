// Who is signed in in this browser, and what every request needs because of that. The session itself
// is a cookie that no script can read.

import type {components} from '../../generated/api';
import {readStored, store} from '../ui/storage';

type Schemas = components['schemas'];
export type SessionFacts = Schemas['SessionFacts'];
export type Account = Schemas['Account'];

export type Session =
    | {state: 'unknown'; failed?: boolean} ///< Asked for; `failed`: and not answered.
    | {state: 'nobody'}
    /// The password was right, and the second factor is to be given or, for some roles, set up first.
    | {state: 'second_factor_required' | 'second_factor_to_set_up'; account: Account}
    | {state: 'signed_in'; account: Account; candidate: string | null};

/// Why somebody signed in is asked for the password: the session has ended in the middle, or what is
/// asked needs a password given just now.
export type Why = 'expired' | 'recent';

interface Kept {
    session: Session;
    asking: Why | null;
}

const mark = 'signed_in'; // Whether it is worth asking who is signed in.
let csrfToken = '';
let kept: Kept = {
    session: {state: readStored<unknown>(mark, false) === true ? 'unknown' : 'nobody'},
    asking: null,
};
const listeners = new Set<() => void>();
const departures = new Set<() => void>();
let answerAsking: (again: boolean) => void = () => undefined;
let asked: Promise<boolean> | null = null;

export const keptNow = () => kept;

export function subscribe(changed: () => void): () => void {
    listeners.add(changed);
    return () => listeners.delete(changed);
}

/// Told once nobody is signed in any more: nothing of theirs is to stay.
export function onDeparture(depart: () => void): () => void {
    departures.add(depart);
    return () => departures.delete(depart);
}

function keep(changes: Partial<Kept>): void {
    kept = {...kept, ...changes};
    for (const changed of listeners) {
        changed();
    }
}

const accountOf = (session: Session): Account | null =>
    'account' in session ? session.account : null;

/// The token of the session as it goes on.
export function adopt(facts: SessionFacts): void {
    csrfToken = facts.csrf_token;
    store(mark, true);
}

/// Null where nobody is signed in.
async function readAccount(): Promise<Account | null> {
    const response = await window.fetch('/v1/accounts/me', {
        headers: {Accept: 'application/json'},
        cache: 'no-store',
    });
    if (response.status === 401) {
        return null;
    }
    if (!response.ok) {
        throw new Error(`accounts/me: ${response.status}`);
    }
    const account = (await response.json()) as Account;
    adopt(account.session);
    return account;
}

function sessionOf(account: Account): Session {
    const {stage} = account.session;
    if (stage !== 'whole') {
        return {state: stage, account};
    }
    return {state: 'signed_in', account, candidate: account.candidate_id};
}

/// The session is over; what was typed stays for whoever typed it.
function lapse(): void {
    csrfToken = '';
    store(mark, undefined);
    keep({session: {state: 'nobody'}});
}

/// Signed out: nothing of the person stays in this browser.
export function leave(): void {
    const wasSomebody = kept.session.state !== 'nobody';
    store(mark, 'left'); // Told to other windows.
    lapse();
    if (wasSomebody) {
        for (const depart of departures) {
            depart();
        }
    }
}

async function read(): Promise<void> {
    const account = await readAccount();
    const before = accountOf(kept.session);
    if (before && account && before.id !== account.id) {
        // Somebody else has signed in, in another window: nothing of the one is shown to the other.
        leave();
        adopt(account.session);
    }
    if (account) {
        keep({session: sessionOf(account)});
    } else {
        lapse();
    }
}

let reading: Promise<void> | null = null;

/// Asks the service who is signed in.
export function refresh(): Promise<void> {
    reading ??= read()
        .catch((error: unknown) => {
            if (kept.session.state === 'unknown') {
                keep({session: {state: 'unknown', failed: true}});
            }
            throw error;
        })
        .finally(() => {
            reading = null;
        });
    return reading;
}

/// The profile that the account keeps from now on.
export function setCandidate(candidate: string | null): void {
    const {session} = kept;
    if (session.state === 'signed_in') {
        keep({session: {...session, candidate}});
    }
}

/// Asks for the password in place; true once it was given.
export function signInAgain(why: Why): Promise<boolean> {
    asked ??= new Promise<boolean>((resolve) => {
        answerAsking = resolve;
        keep({asking: why});
    }).finally(() => {
        asked = null;
        keep({asking: null});
    });
    return asked;
}

export function endAsking(again: boolean): void {
    if (!again && kept.asking === 'expired') {
        lapse();
    }
    answerAsking(again);
}

async function isStillSignedIn(): Promise<boolean> {
    const account = await readAccount();
    return account !== null && account.id === accountOf(kept.session)?.id;
}

const changesSomething = ({method}: Request) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/// What makes and ends sessions answers for itself.
const isAboutSession = (request: Request) =>
    changesSomething(request) &&
    /^\/v1\/sessions(\/current(\/.*)?)?$/.test(new URL(request.url).pathname);

async function send(request: Request): Promise<Response> {
    if (changesSomething(request)) {
        if (kept.session.state === 'unknown') {
            await refresh().catch(() => undefined);
        }
        if (csrfToken !== '') {
            request.headers.set('X-CSRF-Token', csrfToken);
        }
    }
    return window.fetch(request);
}

async function problemOf(response: Response): Promise<string> {
    const problem: unknown = await response
        .clone()
        .json()
        .catch(() => null);
    const type = (problem as {type?: unknown} | null)?.type;
    return typeof type === 'string' ? type.replace('/docs#problem-', '') : '';
}

/// As fetch, for whoever is signed in: with the token that changes need, and asked again once a
/// session that has ended goes on.
export async function fetchSignedIn(request: Request): Promise<Response> {
    const again = request.clone();
    const response = await send(request);
    if ((response.status !== 401 && response.status !== 403) || isAboutSession(request)) {
        return response;
    }
    if (response.status === 401) {
        if (kept.session.state !== 'signed_in') {
            return response;
        }
        return (await isStillSignedIn()) || (await signInAgain('expired')) ? send(again) : response;
    }
    const problem = await problemOf(response);
    if (problem === 'sign_in_again') {
        return (await signInAgain('recent')) ? send(again) : response;
    }
    if (problem === 'cross_site') {
        await refresh(); // Another window has gone on with the session.
        return send(again);
    }
    return response;
}

window.addEventListener('storage', ({key, newValue}) => {
    // Signed in or out in another window.
    if (key !== 'jobscout.signed_in') {
        return;
    }
    if (newValue === '"left"') {
        leave();
    } else if (newValue === 'true') {
        void refresh().catch(() => undefined);
    }
});
