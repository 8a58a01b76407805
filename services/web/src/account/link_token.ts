// The secret behind the # of a link in a mail. It is taken out of the address bar before anything
// else happens: addresses are seen, kept and sent on.

import {useSyncExternalStore} from 'react';

const pages = /^\/(en|fr)\/(confirm|reset|invitation)$/;
let token = '';
const listeners = new Set<() => void>();

function take(): void {
    const {pathname, search, hash} = window.location;
    if (pages.test(pathname) && hash.length > 1) {
        token = hash.slice(1);
        window.history.replaceState(null, '', pathname + search);
        for (const changed of listeners) {
            changed();
        }
    }
}

take();
window.addEventListener('hashchange', take);

function subscribe(changed: () => void): () => void {
    listeners.add(changed);
    return () => listeners.delete(changed);
}

export const useLinkToken = () => useSyncExternalStore(subscribe, () => token);

/// It has been used.
export function dropLinkToken(): void {
    token = '';
}
