// What a reader marked, by posting; kept in this browser.

import {useSyncExternalStore} from 'react';

import {readStored, store} from '../ui/storage';

export type Mark = 'viewed' | 'saved' | 'hidden';
type Marks = Record<Mark, readonly string[]>;

const kept = 2000;
let marks: Marks = {
    ...{viewed: [], saved: [], hidden: []},
    ...readStored<Partial<Marks>>('marks', {}),
};
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

function tell(): void {
    for (const listener of listeners) {
        listener();
    }
}

export function setMark(mark: Mark, id: string, on: boolean): void {
    if (marks[mark].includes(id) === on) {
        return;
    }
    const others = marks[mark].filter((one) => one !== id);
    marks = {...marks, [mark]: on ? [...others, id].slice(-kept) : others};
    store('marks', marks);
    tell();
}

export function clearMarks(): void {
    marks = {viewed: [], saved: [], hidden: []};
    store('marks', undefined);
    tell();
}

export const useMarks = (): Marks => useSyncExternalStore(subscribe, () => marks);
