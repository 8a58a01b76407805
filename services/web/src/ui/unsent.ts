// What is typed and not sent yet. It outlives its form and a session that ends in the middle, until
// the page is closed; it stands nowhere but in the memory of the page, and signing out clears it.

import {useCallback, useState} from 'react';

import {onDeparture} from '../account/keeper';
import {useSignedIn} from '../account/session';

const kept = new Map<string, unknown>();
onDeparture(() => kept.clear());
window.addEventListener('beforeunload', (event) => {
    if (kept.size > 0) {
        event.preventDefault(); // The browser asks.
    }
});

/// As useState, for what its person would miss. `drop`: it is sent, or not wanted any more.
export function useUnsent<Value>(name: string, begin: () => Value) {
    // Whoever signs in next is somebody else.
    const key = `${useSignedIn()?.account.id ?? ''}/${name}`;
    const [value, setValue] = useState<Value>(() =>
        kept.has(key) ? (kept.get(key) as Value) : begin(),
    );
    const set = useCallback(
        (next: Value) => {
            if (next === '') {
                kept.delete(key);
            } else {
                kept.set(key, next);
            }
            setValue(next);
        },
        [key],
    );
    const drop = useCallback(
        (next: Value) => {
            kept.delete(key);
            setValue(next);
        },
        [key],
    );
    return {value, set, drop};
}
