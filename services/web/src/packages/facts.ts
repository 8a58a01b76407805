// What a sentence rests on: a place in the profile or in the posting, and what stands there.

export type Source = 'candidate' | 'posting' | 'day';

export interface Fact {
    id: string;
    source: Source;
    path: string[];
    value: string | null; ///< Null: it is not there (any more).
}

const segmentsOf = (pointer: string) =>
    pointer
        .split('/')
        .slice(1)
        .map((one) => one.replace(/~1/g, '/').replace(/~0/g, '~'));

function within(document: unknown, path: string[]): unknown {
    let here: unknown = document;
    for (const name of path) {
        if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) {
            return undefined;
        }
        here = (here as Record<string, unknown>)[name];
    }
    return here;
}

function said(value: unknown): string | null {
    if (Array.isArray(value)) {
        return value.map(said).join(', ');
    }
    if (typeof value === 'object' && value !== null) {
        return Object.values(value).map(said).filter(Boolean).join(' · ');
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
        return String(value);
    }
    return typeof value === 'string' ? value : null;
}

/// Documents as they are now: where one has changed since, its fact may say something else.
export function readFact(id: string, documents: Record<Source, unknown>): Fact {
    const [name = '', ...rest] = id.split(':');
    const source = name === 'candidate' || name === 'posting' ? name : 'day';
    const path = segmentsOf(rest.join(':'));
    const value = source === 'day' ? documents.day : within(documents[source], path);
    return {id, source, path, value: said(value)};
}
