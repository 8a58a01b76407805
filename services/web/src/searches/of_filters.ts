// Between what the address of the matches says and what a saved search asks for.

import type {Filters} from '../matches/filters';
import type {SavedSearch, SearchToSave, Sought} from './api';

/// How the words of a search say a working language.
const languageWords: Record<string, string> = {
    english: 'en',
    french: 'fr',
    bilingual: 'bilingual',
};

const isSayable = (languages: string[]) => languages.every((one) => one in languageWords);

/// The words, with the working language that is chosen beside them.
function wordsOf({q, facets}: Filters): string {
    const said = isSayable(facets.language)
        ? facets.language.map((one) => languageWords[one]).join(',')
        : '';
    return [q, said && `lang:${said}`].filter(Boolean).join(' ');
}

/// What of the filters a saved search can go by.
export function searchOf(filters: Filters, candidate: string | null): Sought | null {
    const {facets, order} = filters;
    const q = wordsOf(filters);
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
    !isSayable(facets.language) || place !== '' || show !== 'all';

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
