// What waits for a person to look at it, and what they decide.

import {useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query';

import type {components} from '../../generated/api';
import {answered, client} from '../api/client';
import {useText} from '../text/text';

type Schemas = components['schemas'];
export type Waiting = Schemas['Queue']['items'][number];
export type Review = Schemas['Review'];
export type Decision = Schemas['ReviewRequest']['decision'];
export type Outcome = Schemas['ReviewOutcome'];
export type Claim = Schemas['ClaimToReview'];
export type ReviewedClaim = Schemas['ReviewedClaim'];
export type ClaimDecision = Schemas['ClaimDecision']['decision'];
export type Request = Schemas['Interest'];

const all = 'review';
const pageSize = 50;

const paged = (cursor: string | null) => ({limit: pageSize, ...(cursor ? {cursor} : {})});

export function useQueue() {
    const {lang} = useText();
    return useInfiniteQuery({
        queryKey: [all, 'queue', lang],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/reviews', {params: {query: {lang, ...paged(pageParam)}}, signal}),
            ),
        getNextPageParam: (page) => page.next_cursor,
    });
}

export function useReview(id: string) {
    const {lang} = useText();
    return useQuery({
        queryKey: [all, 'posting', id, lang],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/reviews/{id}', {
                    params: {path: {id: Number(id)}, query: {lang}},
                    signal,
                }),
            ),
    });
}

export const useClaims = () =>
    useInfiniteQuery({
        queryKey: [all, 'claims'],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(client.GET('/v1/reviews/claims', {params: {query: paged(pageParam)}, signal})),
        getNextPageParam: (page) => page.next_cursor,
    });

export const useClaim = (id: string) =>
    useQuery({
        queryKey: [all, 'claim', id],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/reviews/claims/{claim}', {
                    params: {path: {claim: Number(id)}},
                    signal,
                }),
            ),
    });

export const useRequests = () =>
    useInfiniteQuery({
        queryKey: [all, 'requests'],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/reviews/interests', {params: {query: paged(pageParam)}, signal}),
            ),
        getNextPageParam: (page) => page.next_cursor,
    });

/// The reading is noted for the candidate: once.
export function useRequest(id: string) {
    const {lang} = useText();
    return useQuery({
        queryKey: [all, 'request', id, lang],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/reviews/interests/{request}', {
                    params: {path: {request: Number(id)}, query: {lang}},
                    signal,
                }),
            ),
        staleTime: Infinity,
    });
}

/// What can be decided; what changes by it is read anew.
export function useReviewActs() {
    const queries = useQueryClient();
    const {lang} = useText();
    const anew = () => queries.invalidateQueries({queryKey: [all]});
    return {
        decide: async (
            id: string,
            body: {decision: Decision; check: string | null; note: string | null},
            key: string,
        ) => {
            const outcome = await answered(
                client.POST('/v1/reviews/{id}/decisions', {
                    params: {path: {id: Number(id)}, header: {'Idempotency-Key': key}},
                    body,
                }),
            );
            await anew();
            return outcome;
        },
        decideClaim: async (id: string, decision: ClaimDecision, note: string, key: string) => {
            await answered(
                client.POST('/v1/reviews/claims/{claim}/decisions', {
                    params: {
                        path: {claim: Number(id)},
                        query: {lang},
                        header: {'Idempotency-Key': key},
                    },
                    body: {decision, note},
                }),
            );
            await anew();
        },
        answer: async (id: string, answer: string, key: string) => {
            const now = await answered(
                client.POST('/v1/reviews/interests/{request}/answer', {
                    params: {
                        path: {request: Number(id)},
                        query: {lang},
                        header: {'Idempotency-Key': key},
                    },
                    body: {answer},
                }),
            );
            queries.setQueryData([all, 'request', id, lang], now);
            await queries.invalidateQueries({queryKey: [all, 'requests']});
        },
    };
}
