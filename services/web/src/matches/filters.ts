// What the list shows, as it stands in the address.

import type {RankedMatch} from '../api/client';
import {orders, type Order} from '../api/queries';
import {bandOf} from '../ui/fit_bar';

export const facetNames = ['band', 'province', 'teer', 'language'] as const;
export type FacetName = (typeof facetNames)[number];
export const shows = ['all', 'saved', 'hidden'] as const;
export type Show = (typeof shows)[number];
export const comparedMax = 4;
const limits = [50, 100] as const;

export interface Filters {
    order: Order;
    q: string;
    facets: Record<FacetName, string[]>;
    show: Show;
    compare: string[];
    comparing: boolean;
    limit: number;
}

const list = (search: URLSearchParams, name: string) =>
    (search.get(name) ?? '').split(',').filter((one) => one !== '');

export function readFilters(search: URLSearchParams): Filters {
    return {
        order: orders.find((one) => one === search.get('order')) ?? 'fit',
        q: search.get('q') ?? '',
        facets: {
            band: list(search, 'band'),
            province: list(search, 'province'),
            teer: list(search, 'teer'),
            language: list(search, 'language'),
        },
        show: shows.find((one) => one === search.get('show')) ?? 'all',
        compare: list(search, 'compare').slice(0, comparedMax),
        comparing: search.get('view') === 'compare',
        limit: limits.find((one) => String(one) === search.get('limit')) ?? limits[0],
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
        ['compare', filters.compare.join(','), ''],
        ['view', filters.comparing ? 'compare' : '', ''],
        ['limit', String(filters.limit), String(limits[0])],
    ];
    return Object.fromEntries(
        all.filter(([, value, usual]) => value !== usual).map(([name, value]) => [name, value]),
    );
}

/// What a match counts for.
export function valuesOf(match: RankedMatch): Record<FacetName, string[]> {
    const {posting, fit} = match;
    return {
        band: [bandOf(fit.total)],
        province: [...new Set(posting.job_locations.map((place) => place.province))],
        teer: posting.teer === null ? [] : [String(posting.teer)],
        language: [posting.working_language ?? 'none'],
    };
}

/// Values of one facet are alternatives; `without` is left out.
export function passes(match: RankedMatch, filters: Filters, without?: FacetName): boolean {
    const values = valuesOf(match);
    return facetNames.every((name) => {
        const wanted = filters.facets[name];
        return (
            name === without ||
            wanted.length === 0 ||
            wanted.some((one) => values[name].includes(one))
        );
    });
}

/// How many each value of a facet would leave, given all other filters; and what is chosen.
export function countsOf(
    matches: RankedMatch[],
    filters: Filters,
    name: FacetName,
): [string, number][] {
    const counts = new Map<string, number>(filters.facets[name].map((one) => [one, 0]));
    for (const match of matches) {
        if (passes(match, filters, name)) {
            for (const value of valuesOf(match)[name]) {
                counts.set(value, (counts.get(value) ?? 0) + 1);
            }
        }
    }
    return [...counts];
}
