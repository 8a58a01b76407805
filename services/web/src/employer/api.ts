// An employer's postings, and who fits them.

import {useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query';

import type {components, paths} from '../../generated/api';
import {answered, client, done} from '../api/client';
import {useText} from '../text/text';

type Schemas = components['schemas'];
export type Claim = Schemas['Claim'];
export type OwnPosting = Schemas['EmployerPostings']['items'][number];
export type OfferUnderRules = OwnPosting['offer'][number];
export type ShownCandidate = Schemas['ShownCandidates']['candidates'][number];
export type Invitation = Schemas['SentInvitation'];
export type Contact = Schemas['Contact'];
export type Interest =
    paths['/v1/postings/{id}/candidates/{alias}/interest']['put']['requestBody']['content']['application/json'];

const ownKey = ['employer', 'postings'];
const claimsKey = ['employer', 'claims'];
const candidatesKey = (posting: string) => ['employer', 'candidates', posting];
const invitationsKey = (posting: string) => ['employer', 'invitations', posting];

export function useOwnPostings() {
    const {lang} = useText();
    return useQuery({
        queryKey: [...ownKey, lang],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/employer/postings', {params: {query: {lang}}, signal})),
    });
}

export function useClaims() {
    return useQuery({
        queryKey: claimsKey,
        queryFn: ({signal}) =>
            answered(client.GET('/v1/employer/claims', {signal})).then(({items}) => items),
    });
}

/// Open postings by words; a number alone is that posting.
export function useFound(q: string) {
    const id = /^\d{1,18}$/.test(q) ? Number(q) : null;
    return useQuery({
        queryKey: ['employer', 'found', q],
        queryFn: async ({signal}) => {
            if (id !== null) {
                const params = {path: {id}};
                const one = await client.GET('/v1/postings/{id}', {params, signal});
                if (one.response.status === 404) {
                    return [];
                }
                const {posting} = (await answered(
                    Promise.resolve(one),
                )) as Schemas['PostingWithEvidence'];
                return [posting];
            }
            const params = {query: {q, limit: 20}};
            return (await answered(client.GET('/v1/postings', {params, signal}))).postings;
        },
        enabled: q !== '',
    });
}

/// Each answer is noted for everybody in it, so it is asked for only when somebody asks.
export function useCandidates(posting: string, limit: number) {
    const {lang} = useText();
    return useQuery({
        queryKey: [...candidatesKey(posting), lang, limit],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/postings/{id}/candidates', {
                    params: {path: {id: Number(posting)}, query: {lang, limit}},
                    signal,
                }),
            ),
        staleTime: Infinity,
        refetchOnReconnect: false,
    });
}

export function useInvitations(posting: string) {
    return useInfiniteQuery({
        queryKey: invitationsKey(posting),
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/postings/{id}/invitations', {
                    params: {
                        path: {id: Number(posting)},
                        query: {limit: 100, ...(pageParam ? {cursor: pageParam} : {})},
                    },
                    signal,
                }),
            ),
        getNextPageParam: (page) => page.next_cursor,
    });
}

export function useClaimActs() {
    const {lang} = useText();
    const queries = useQueryClient();
    const changed = async () => {
        await queries.invalidateQueries({queryKey: ownKey});
        await queries.invalidateQueries({queryKey: claimsKey});
    };
    return {
        claim: async (posting: string, key: string) => {
            const path = {id: Number(posting)};
            const params = {path, query: {lang}, header: {'Idempotency-Key': key}};
            await answered(client.POST('/v1/postings/{id}/claim', {params, body: {}}));
            await changed();
        },
        withdraw: async (posting: string) => {
            const params = {path: {id: Number(posting)}};
            await done(client.DELETE('/v1/postings/{id}/claim', {params}));
            await changed();
        },
    };
}

/// What an employer does about one candidate of one posting.
export function useCandidateActs(posting: string, alias: string) {
    const {lang} = useText();
    const queries = useQueryClient();
    const path = {id: Number(posting), alias};
    /// As it is: asking for the list anew would be another look.
    const putIntoList = (changes: Partial<ShownCandidate>) =>
        queries.setQueriesData<Schemas['ShownCandidates']>(
            {queryKey: candidatesKey(posting)},
            (list) =>
                list && {
                    ...list,
                    candidates: list.candidates.map((one) =>
                        one.alias === alias ? {...one, ...changes} : one,
                    ),
                },
        );
    return {
        say: async (interest: Interest) => {
            const said = await answered(
                client.PUT('/v1/postings/{id}/candidates/{alias}/interest', {
                    params: {path, query: {lang}},
                    body: interest,
                }),
            );
            putIntoList({interest: said});
        },
        invite: async (message: string | null, key: string) => {
            await answered(
                client.POST('/v1/postings/{id}/candidates/{alias}/invitation', {
                    params: {path, query: {lang}, header: {'Idempotency-Key': key}},
                    body: {message},
                }),
            );
            await queries.invalidateQueries({queryKey: invitationsKey(posting)});
        },
        ask: async (key: string) => {
            const agreement = await answered(
                client.POST('/v1/postings/{id}/candidates/{alias}/agreement', {
                    params: {path, header: {'Idempotency-Key': key}},
                    body: {},
                }),
            );
            putIntoList({agreement});
        },
        readContact: (): Promise<Contact> =>
            answered(client.GET('/v1/postings/{id}/candidates/{alias}/contact', {params: {path}})),
    };
}
