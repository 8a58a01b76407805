// Saved searches of whoever is signed in, and what was found for them.

import {useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query';

import type {components} from '../../generated/api';
import {answered, client, done} from '../api/client';
import {useText} from '../text/text';

type Schemas = components['schemas'];
export type SavedSearch = Schemas['SavedSearch'];
type Wish = Schemas['SavedSearchRequest'];
/// With the members that the generator loses among the alternatives.
export interface Sought {
    candidate?: string | null;
    order?: 'fit' | 'lift' | null;
    query?: {
        q?: string | null;
        province?: string[] | null;
        noc?: string[] | null;
        teer?: number[] | null;
        pay_min?: number | null;
    } | null;
}
export type SearchToSave = Sought & {name: string; notify: boolean};
export type Digest = Schemas['Digests']['items'][number];

const key = ['saved-searches'];

export const useSavedSearches = () =>
    useQuery({
        queryKey: key,
        queryFn: ({signal}) =>
            answered(client.GET('/v1/saved-searches', {signal})).then((answer) => answer.items),
    });

export function useDigests(id: string) {
    const {lang} = useText();
    return useInfiniteQuery({
        queryKey: ['digests', id, lang],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/saved-searches/{id}/digests', {
                    params: {
                        path: {id},
                        query: {lang, limit: 10, ...(pageParam ? {cursor: pageParam} : {})},
                    },
                    signal,
                }),
            ),
        getNextPageParam: (page) => page.next_cursor,
    });
}

/// What can be done with saved searches; the list is read anew afterwards.
export function useSearchActs() {
    const queries = useQueryClient();
    const {lang} = useText();
    const anew = () => queries.invalidateQueries({queryKey: key});
    return {
        save: async (body: SearchToSave, idempotencyKey: string) => {
            await answered(
                client.POST('/v1/saved-searches', {
                    params: {header: {'Idempotency-Key': idempotencyKey}},
                    body: body as Wish,
                }),
            );
            await anew();
        },
        replace: async (id: string, body: SearchToSave) => {
            await answered(
                client.PUT('/v1/saved-searches/{id}', {params: {path: {id}}, body: body as Wish}),
            );
            await anew();
        },
        remove: async (id: string) => {
            await done(client.DELETE('/v1/saved-searches/{id}', {params: {path: {id}}}));
            await anew();
        },
        /// The address of the feed, which is told this once.
        openFeed: async (id: string) => {
            const {feed} = await answered(
                client.POST('/v1/saved-searches/{id}/feed', {params: {path: {id}}, body: {lang}}),
            );
            await anew();
            return window.location.origin + feed;
        },
        closeFeed: async (id: string) => {
            await done(client.DELETE('/v1/saved-searches/{id}/feed', {params: {path: {id}}}));
            await anew();
        },
    };
}
