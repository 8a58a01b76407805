import {useSources} from './api';

/// Sources to choose from, by the name that their postings have; first all of them.
export function useSourceOptions(chosen: string, all: string) {
    const sources = useSources();
    const known = sources.data?.pages.flatMap(({items}) => items.map((one) => one.posting_source));
    const names = [...new Set([...(known ?? []), ...(chosen === '' ? [] : [chosen])])].sort();
    return [['', all] as const, ...names.map((name) => [name, name] as const)];
}
