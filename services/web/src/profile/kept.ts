// The draft, and where it is kept: in this browser, or in the account of whoever agreed to that.
// What the account has need not stand in this browser; what it does not have yet does.

import {keptNow, onDeparture, setCandidate, subscribe as onSession} from '../account/keeper';
import {answered, asBody, client, Refusal, type Candidate} from '../api/client';
import {readStored, store} from '../ui/storage';
import {isWhole, sameDocument, toCandidate, toDraft} from './document';
import {emptyDraft, type Draft} from './draft';

/// The account's document, as it was read or written last.
interface Base {
    id: string;
    etag: string;
    document: Candidate;
}

export type Standing =
    | {state: 'browser' | 'reading' | 'saving' | 'saved'}
    | {state: 'unread' | 'unsaved'; error: unknown}
    | {state: 'differs'; theirs: Base}; ///< It was edited elsewhere: the person chooses.

interface Kept {
    draft: Draft;
    standing: Standing;
}

const draftKey = 'profile';
const baseKey = 'profile_of'; // Which document of the account the draft was made from.
const typingPause = 800;

const isEmpty = (draft: Draft) => JSON.stringify(draft) === JSON.stringify(emptyDraft);

let kept: Kept = {
    draft: {...emptyDraft, ...readStored<Partial<Draft>>(draftKey, {})},
    standing: {state: 'browser'},
};
let base: Base | null = null;
let accountHas: string | null = null;
let timer: number | undefined;
let saving = false;
const listeners = new Set<() => void>();

export const profileNow = () => kept;

export function subscribe(changed: () => void): () => void {
    listeners.add(changed);
    return () => listeners.delete(changed);
}

function keep(changes: Partial<Kept>): void {
    kept = {...kept, ...changes};
    remember();
    for (const changed of listeners) {
        changed();
    }
}

/// Whether everything in the fields is in the account.
const isKept = () => {
    const document = toCandidate(kept.draft);
    return (
        base !== null &&
        document !== null &&
        sameDocument(document, base.document) &&
        isWhole(kept.draft, document)
    );
};

/// Whether something would be lost with this browser.
export const hasUnkept = () => !isEmpty(kept.draft) && !isKept();

function remember(): void {
    if (kept.standing.state === 'reading' || kept.standing.state === 'unread') {
        return; // What is here is held against the account first.
    }
    const here = hasUnkept();
    store(draftKey, here ? kept.draft : undefined);
    store(baseKey, here && base ? {id: base.id, etag: base.etag} : undefined);
}

async function readDocument(id: string): Promise<Base> {
    const asked = client.GET('/v1/candidates/{id}', {params: {path: {id}}});
    const document = await answered(asked);
    return {id, etag: (await asked).response.headers.get('ETag') ?? '', document};
}

/// The draft is that of the account.
function take(theirs: Base): void {
    base = theirs;
    keep({draft: toDraft(theirs.document), standing: {state: 'saved'}});
}

/// The draft goes on from what the account has.
function goOnFrom(theirs: Base): void {
    base = theirs;
    keep({standing: {state: 'saved'}});
    saveSoon(0);
}

const normal = (document: Candidate) => toCandidate(toDraft(document)) ?? document;

function meet(theirs: Base): void {
    const from = readStored<Partial<Base>>(baseKey, {});
    const mine = toCandidate(kept.draft);
    if (isEmpty(kept.draft)) {
        take(theirs);
    } else if (
        (from.id === theirs.id && from.etag === theirs.etag) ||
        (mine && sameDocument(mine, normal(theirs.document)))
    ) {
        goOnFrom(theirs);
    } else {
        base = null;
        keep({standing: {state: 'differs', theirs}});
    }
}

export async function readKept(): Promise<void> {
    const id = accountHas;
    if (id === null) {
        return;
    }
    keep({standing: {state: 'reading'}});
    try {
        const theirs = await readDocument(id);
        if (accountHas === id) {
            meet({...theirs, document: normal(theirs.document)});
        }
    } catch (error) {
        if (accountHas !== id) {
            return;
        }
        if (error instanceof Refusal && error.status === 404) {
            setCandidate(null); // Deleted elsewhere.
        } else {
            keep({standing: {state: 'unread', error}});
        }
    }
}

function saveSoon(pause: number): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), pause);
}

export async function save(): Promise<void> {
    const document = toCandidate(kept.draft);
    const from = base;
    const settled = kept.standing.state !== 'differs' && keptNow().session.state === 'signed_in';
    if (saving || !from || !document || !settled) {
        return;
    }
    if (sameDocument(document, from.document)) {
        keep({standing: {state: 'saved'}});
        return;
    }
    saving = true;
    keep({standing: {state: 'saving'}});
    try {
        const {id, etag} = from;
        const asked = client.PUT('/v1/candidates/{id}', {
            params: {path: {id}, header: {'If-Match': etag}},
            body: asBody(document),
        });
        await answered(asked);
        if (base === from) {
            base = {id, etag: (await asked).response.headers.get('ETag') ?? '', document};
            keep({standing: {state: 'saved'}});
            saveSoon(0); // What was typed meanwhile.
        }
    } catch (error) {
        if (error instanceof Refusal && error.status === 412) {
            await readKept();
        } else if (error instanceof Refusal && error.status === 404) {
            setCandidate(null);
        } else {
            keep({standing: {state: 'unsaved', error}});
        }
    } finally {
        saving = false;
    }
}

export function setDraft(draft: Draft): void {
    keep({draft});
    if (base) {
        saveSoon(typingPause);
    }
}

/// The person agrees: from now on the account keeps it.
export async function keepInAccount(document: Candidate, key: string): Promise<void> {
    const asked = client.POST('/v1/candidates', {
        params: {header: {'Idempotency-Key': key}},
        body: asBody(document),
    });
    const {id} = await answered(asked);
    base = {id, etag: (await asked).response.headers.get('ETag') ?? '', document};
    accountHas = id;
    setCandidate(id);
    keep({standing: {state: 'saved'}});
    saveSoon(0);
}

/// Between what stands here and what the account has.
export function choose(which: 'mine' | 'theirs'): void {
    if (kept.standing.state !== 'differs') {
        return;
    }
    const {theirs} = kept.standing;
    if (which === 'theirs') {
        take(theirs);
    } else {
        goOnFrom(theirs);
    }
}

/// Nothing of it stays: neither here nor as a thing of the account's.
export function clearHere(): void {
    window.clearTimeout(timer);
    base = null;
    accountHas = null;
    keep({draft: emptyDraft, standing: {state: 'browser'}});
}

onDeparture(clearHere);

function follow(): void {
    const {session} = keptNow();
    const signedIn = session.state === 'signed_in' ? session : null;
    const id = signedIn?.account.role === 'candidate' ? signedIn.candidate : null;
    if (id === accountHas) {
        return;
    }
    accountHas = id;
    if (id === null) {
        if (signedIn) {
            base = null; // It keeps none any more; after a mere lapse the draft goes on from it.
        }
        keep({standing: {state: 'browser'}});
    } else if (base?.id === id) {
        goOnFrom(base);
    } else {
        void readKept();
    }
}

onSession(follow);
follow();
window.addEventListener('online', () => {
    if (kept.standing.state === 'unsaved') {
        saveSoon(0);
    }
});
