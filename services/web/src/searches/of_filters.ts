// Between what the address of the matches says and what a saved search asks for.

import type {Filters} from '../matches/filters';
import type {SavedSearch, SearchToSave, Sought} from './api';

/// What of the filters a saved search can go by.
export function searchOf(filters: Filters, candidate: string | null): Sought | null {
    const {q, facets, order} = filters;
    const query = {
        ...(q === '' ? {} : {q}),
        ...(facets.province.length > 0 ? {province: facets.province} : {}),
        ...(facets.teer.length > 0 ? {teer: facets.teer.map(Number)} : {}),
    };
    const asks = Object.keys(query).length > 0;
    if (candidate === null && !asks) {
        return null;
    }
    return {
        candidate,
        order: candidate !== null && (order === 'fit' || order === 'lift') ? order : null,
        query: asks ? query : null,
    };
}

/// Whether there is something in the filters that a saved search does not know.
export const losesSomething = ({facets, place, show}: Filters): boolean =>
    facets.language.length > 0 || place !== '' || show !== 'all';

/// The address of the matches that shows the same.
export function addressOf({query, order}: SavedSearch): Record<string, string> {
    const {q = '', province = [], teer = []} = query ?? {};
    const all: [string, string][] = [
        ['order', order === 'lift' ? 'lift' : ''],
        ['q', q],
        ['province', province.join(',')],
        ['teer', teer.join(',')],
    ];
    return Object.fromEntries(all.filter(([, value]) => value !== ''));
}

/// The same search to be saved again, with changes.
export const again = (
    {name, candidate, order, query, notify}: SavedSearch,
    changes: Partial<SearchToSave>,
): SearchToSave => ({
    name,
    candidate,
    order: order === 'fit' || order === 'lift' ? order : null,
    query,
    notify,
    ...changes,
});
