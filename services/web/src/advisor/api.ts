// What an advisor reads. Each reading is noted for the candidate: it is asked for once, and again
// only where the advisor says so or has changed it.

import {useInfiniteQuery, useQuery, type QueryKey} from '@tanstack/react-query';

import type {components} from '../../generated/api';
import type {ApplicationState} from '../applications/api';
import {answered, asBody, client, type Candidate, type Matches} from '../api/client';
import {useText} from '../text/text';

type Schemas = components['schemas'];
export type Client = Schemas['Clients']['items'][number];
export type Day = Schemas['ApplicationDay'];
export type Batch = Schemas['PackageBatch'];
export type BatchAnswer = Schemas['PackageBatchAnswer'];
export type Pair = Schemas['PackagesRequest']['pairs'][number];

const once = {staleTime: Infinity, refetchOnReconnect: false} as const;
const pageSize = 100;

interface Page<Item> {
    items: Item[];
    next_cursor: string | null;
}

function useOnce<Item>(
    queryKey: QueryKey,
    ask: (query: {limit: number; cursor?: string}, signal: AbortSignal) => Promise<Page<Item>>,
) {
    return useInfiniteQuery({
        queryKey,
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            ask({limit: pageSize, ...(pageParam ? {cursor: pageParam} : {})}, signal),
        getNextPageParam: (page) => page.next_cursor,
        ...once,
    });
}

export const itemsOf = <Item>(data: {pages: Page<Item>[]} | undefined): Item[] =>
    data?.pages.flatMap(({items}) => items) ?? [];

export const useCaseload = () =>
    useOnce(['advisor', 'candidates'], (query, signal) =>
        answered(client.GET('/v1/advisor/candidates', {params: {query}, signal})),
    );

/// What is due first; of one candidate alone, or in one state alone.
export const useCaseApplications = (of: {candidate?: string; state?: ApplicationState[]}) =>
    useOnce(['advisor', 'applications', of], (query, signal) =>
        answered(
            client.GET('/v1/advisor/applications', {params: {query: {...query, ...of}}, signal}),
        ),
    );

/// Days of the checklists, from a day on.
export const useDays = (from: string) =>
    useOnce(['advisor', 'days', from], (query, signal) =>
        answered(
            client.GET('/v1/advisor/days', {params: {query: {...query, as_of: from}}, signal}),
        ),
    );

export const useCandidate = (id: string) =>
    useQuery({
        queryKey: ['advisor', 'candidate', id],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/candidates/{id}', {params: {path: {id}}, signal}),
            ) as Promise<Candidate>,
        ...once,
    });

export function useScoreOf(candidate: Candidate) {
    const {lang} = useText();
    return useQuery({
        queryKey: ['crs', lang, candidate],
        queryFn: ({signal}) =>
            answered(
                client.POST('/v1/crs', {params: {query: {lang}}, body: asBody(candidate), signal}),
            ),
        ...once,
    });
}

export function useMatchesOf(id: string) {
    const {lang} = useText();
    return useInfiniteQuery({
        queryKey: ['advisor', 'matches', id, lang],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/candidates/{id}/matches', {
                    params: {
                        path: {id},
                        query: {
                            lang,
                            explain: true,
                            limit: 20,
                            ...(pageParam ? {cursor: pageParam} : {}),
                        },
                    },
                    signal,
                }),
            ).then((answer) => answer as Matches), // Explained, as was asked for.
        getNextPageParam: (page) => page.next_cursor,
        ...once,
    });
}

/// Postings that have these words, for a package of each of several people.
export function useFoundPostings(q: string) {
    return useQuery({
        queryKey: ['found', q],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/postings', {params: {query: {q, limit: 10}}, signal})),
        enabled: q !== '',
    });
}

const waiting = 2000; // Milliseconds until it is asked again how far the packages are.

export const useBatch = (id: string) =>
    useQuery({
        queryKey: ['batch', id],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/packages/batches/{batch}', {params: {path: {batch: id}}, signal}),
            ),
        refetchInterval: ({state}) => (state.data?.queued === 0 ? false : waiting),
    });

/// Read anew whenever another of them has ended.
export function useBatchPackages(id: string, ended: number) {
    const {lang} = useText();
    return useInfiniteQuery({
        queryKey: ['batch', id, 'packages', lang, ended],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/packages/batches/{batch}/packages', {
                    params: {
                        path: {batch: id},
                        query: {lang, limit: pageSize, ...(pageParam ? {cursor: pageParam} : {})},
                    },
                    signal,
                }),
            ),
        getNextPageParam: (page) => page.next_cursor,
        placeholderData: (before) => before,
    });
}

export const buildMany = (
    pairs: Pair[],
    lang: 'en' | 'fr',
    sent: 'en' | 'fr' | null,
    key: string,
): Promise<BatchAnswer> =>
    answered(
        client.POST('/v1/packages/bulk', {
            params: {query: {lang}, header: {'Idempotency-Key': key}},
            body: {pairs, sent, kept: lang},
        }),
    );
