import {useInfiniteQuery} from '@tanstack/react-query';

import {answered, client} from '../api/client';

const pollEvery = 30_000;

const paged = (cursor: string | null, limit: number) =>
    cursor === null ? {limit} : {limit, cursor};

/// `followed`: asked for again and again, where somebody looks at them.
export function useThreads(followed: boolean) {
    return useInfiniteQuery({
        queryKey: ['account', 'threads'],
        queryFn: ({signal, pageParam}) =>
            answered(client.GET('/v1/messages', {params: {query: paged(pageParam, 50)}, signal})),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.next_cursor,
        refetchInterval: followed && pollEvery,
    });
}

export function useMessages(candidate: string, firm: string) {
    return useInfiniteQuery({
        queryKey: ['account', 'messages', candidate, firm],
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/messages/{candidate}/{firm}', {
                    params: {path: {candidate, firm}, query: paged(pageParam, 30)},
                    signal,
                }),
            ),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.next_cursor,
        refetchInterval: pollEvery,
    });
}
