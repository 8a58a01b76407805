// What the list shows, as it stands in the address.

import type {FacetNumbers, RankedMatch} from '../api/client';
import {placeKeysOf} from '../map/places';
import {orders, type Order} from '../api/queries';

export const facetNames = ['province', 'teer', 'language'] as const;
export type FacetName = (typeof facetNames)[number];
export const shows = ['all', 'saved', 'hidden'] as const;
export type Show = (typeof shows)[number];
export const views = ['list', 'map', 'compare'] as const;
export type View = (typeof views)[number];
export const comparedMax = 4;

export interface Filters {
    order: Order;
    q: string;
    facets: Record<FacetName, string[]>;
    show: Show;
    place: string; ///< A key of map/places; empty: any.
    compare: string[];
    view: View;
}

const list = (search: URLSearchParams, name: string) =>
    (search.get(name) ?? '').split(',').filter((one) => one !== '');

/// What the service would not understand is left out, as an address can be typed by anybody.
const listOf = (search: URLSearchParams, name: FacetName) =>
    list(search, name).filter((one) => forms[name].test(one));

const forms: Record<FacetName, RegExp> = {
    province: /^(AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)$/,
    teer: /^[0-5]$/,
    language: /^(not_stated|english|french|english_or_french|bilingual)$/,
};

export function readFilters(search: URLSearchParams): Filters {
    return {
        order: orders.find((one) => one === search.get('order')) ?? 'fit',
        q: search.get('q') ?? '',
        facets: {
            province: listOf(search, 'province'),
            teer: listOf(search, 'teer'),
            language: listOf(search, 'language'),
        },
        show: shows.find((one) => one === search.get('show')) ?? 'all',
        place: search.get('place') ?? '',
        compare: list(search, 'compare').slice(0, comparedMax),
        view: views.find((one) => one === search.get('view')) ?? 'list',
    };
}

/// Only what differs from what is usual stands in an address.
export function writeFilters(filters: Filters): Record<string, string> {
    const all: [string, string, string][] = [
        ['order', filters.order, 'fit'],
        ['q', filters.q, ''],
        ...facetNames.map((name): [string, string, string] => [
            name,
            filters.facets[name].join(','),
            '',
        ]),
        ['show', filters.show, 'all'],
        ['place', filters.place, ''],
        ['compare', filters.compare.join(','), ''],
        ['view', filters.view, 'list'],
    ];
    return Object.fromEntries(
        all.filter(([, value, usual]) => value !== usual).map(([name, value]) => [name, value]),
    );
}

/// How many each value of a facet would leave, given all else that is asked for; and what is chosen.
export function countsOf(
    numbers: FacetNumbers | null,
    chosen: string[],
    name: FacetName,
): [string, number][] {
    const counts: [string, number][] = !numbers
        ? []
        : name === 'province'
          ? numbers.provinces.map(({province, count}) => [province, count])
          : name === 'teer'
            ? numbers.teers.map(({teer, count}) => [String(teer), count])
            : numbers.working_languages.map(({working_language, count}) => [
                  working_language ?? 'not_stated',
                  count,
              ]);
    const known = new Set(counts.map(([value]) => value));
    const others = chosen.filter((value) => !known.has(value));
    return [...counts, ...others.map((value): [string, number] => [value, 0])];
}

/// Whether a match is at the place that the list is kept to.
export const isThere = (match: RankedMatch, place: string): boolean =>
    place === '' || placeKeysOf(match).includes(place);
