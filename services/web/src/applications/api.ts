// Applications of whoever is signed in: how far they are, and what belongs to each.

import {useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query';

import type {components} from '../../generated/api';
import {answered, client, done, Refusal} from '../api/client';
import {useText} from '../text/text';

type Schemas = components['schemas'];
export type Application = Schemas['Application'];
export type ApplicationState = Schemas['ApplicationState'];
export type Change = Schemas['ApplicationChange'];
export type Event = Schemas['ApplicationEvent'];
export type Letter = Schemas['Letter'];
export type LetterWords = Schemas['OwnWords'];
export type Package = Schemas['Package'];
export type Comparison = Schemas['PackageComparison'];
export type PackageWish = Schemas['PackageRequest'];
export type OfferRecord = Schemas['ApplicationOfferRecord'];
export type KeptOffer = Schemas['ApplicationOffer'];

/// What was read, and the tag under which it can be replaced unless somebody did so since.
export interface Tagged<Value> {
    value: Value;
    tag: string;
}

interface Outcome<Data> {
    data?: Data;
    error?: unknown;
    response: Response;
}

async function tagged<Data>(asked: Promise<Outcome<Data>>) {
    const outcome = await asked;
    const value = await answered(Promise.resolve(outcome));
    return {value, tag: outcome.response.headers.get('ETag') ?? ''};
}

const all = ['applications'];
const keyOf = (id: string, what: string) => ['application', id, what];
const pageSize = 100;

export const useApplications = () =>
    useInfiniteQuery({
        queryKey: all,
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/applications', {
                    params: {query: {limit: pageSize, ...(pageParam ? {cursor: pageParam} : {})}},
                    signal,
                }),
            ),
        getNextPageParam: (page) => page.next_cursor,
    });

export const useApplication = (id: string) =>
    useQuery({
        queryKey: keyOf(id, 'itself'),
        queryFn: ({signal}) =>
            tagged(
                client.GET('/v1/applications/{application}', {
                    params: {path: {application: id}},
                    signal,
                }),
            ),
    });

export const useEvents = (id: string) =>
    useInfiniteQuery({
        queryKey: keyOf(id, 'events'),
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/applications/{application}/events', {
                    params: {
                        path: {application: id},
                        query: {limit: 20, ...(pageParam ? {cursor: pageParam} : {})},
                    },
                    signal,
                }),
            ),
        getNextPageParam: (page) => page.next_cursor,
    });

export const useLetter = (id: string) =>
    useQuery({
        queryKey: keyOf(id, 'letter'),
        queryFn: ({signal}) =>
            tagged(
                client.GET('/v1/applications/{application}/letter', {
                    params: {path: {application: id}},
                    signal,
                }),
            ),
    });

const waiting = 2000; // Milliseconds until it is asked again how far a package is.

export function usePackages(id: string) {
    const {lang} = useText();
    return useQuery({
        queryKey: [...keyOf(id, 'packages'), lang],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/applications/{application}/packages', {
                    params: {path: {application: id}, query: {lang, limit: pageSize}},
                    signal,
                }),
            ).then((page) => page.items),
        refetchInterval: ({state}) =>
            state.data?.some((one) => one.state === 'queued') ? waiting : false,
    });
}

export function usePackage(id: string) {
    const {lang} = useText();
    return useQuery({
        queryKey: ['package', id, lang],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/packages/{package}', {
                    params: {path: {package: id}, query: {lang}},
                    signal,
                }),
            ),
        staleTime: Infinity, // What is built is never rewritten.
    });
}

/// What has changed in a package since another.
export const useComparison = (id: string, since: string) =>
    useQuery({
        queryKey: ['comparison', id, since],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/packages/{package}/comparison', {
                    params: {path: {package: id}, query: {with: since}},
                    signal,
                }),
            ),
        staleTime: Infinity,
    });

/// The calendar of a package as text; empty where no day is to come.
export const useCalendar = (id: string) =>
    useQuery({
        queryKey: ['calendar', id],
        queryFn: async ({signal}) => {
            const {data, error, response} = await client.GET(
                '/v1/packages/{package}/files/{file}',
                {
                    params: {path: {package: id, file: 'calendar.ics'}},
                    parseAs: 'text',
                    signal,
                },
            );
            if (response.status === 404) {
                return '';
            }
            await done(Promise.resolve({error, response}));
            return String(data);
        },
        staleTime: Infinity,
    });

/// Null where none was recorded.
export function useKeptOffer(id: string) {
    const {lang} = useText();
    return useQuery({
        queryKey: [...keyOf(id, 'offer'), lang],
        queryFn: ({signal}) =>
            tagged(
                client.GET('/v1/applications/{application}/offer', {
                    params: {path: {application: id}, query: {lang}},
                    signal,
                }),
            ).catch((error: unknown) => {
                if (error instanceof Refusal && error.status === 404) {
                    return null;
                }
                throw error;
            }),
    });
}

/// What can be done with applications; what changes by it is read anew.
export function useApplicationActs() {
    const queries = useQueryClient();
    const {lang} = useText();
    const anew = (id: string, ...what: string[]) =>
        Promise.all([
            queries.invalidateQueries({queryKey: all}),
            // Each reading by an advisor is noted: theirs are read anew once they are looked at.
            queries.invalidateQueries({queryKey: ['advisor'], refetchType: 'none'}),
            ...what.map((one) => queries.invalidateQueries({queryKey: keyOf(id, one)})),
        ]);
    const at = (id: string) => ({application: id});
    return {
        begin: async (candidate: string, posting: string) => {
            const {id} = await answered(
                client.POST('/v1/applications', {body: {candidate, posting_id: posting}}),
            );
            await anew(id);
            return id;
        },
        /// With the tag of what the reader saw; without one it goes by where the service has it.
        change: async (id: string, body: Change, tag?: string) => {
            await answered(
                client.PUT('/v1/applications/{application}', {
                    params: {
                        path: at(id),
                        query: {lang},
                        header: tag ? {'If-Match': tag} : {},
                    },
                    body,
                }),
            );
            await anew(id, 'itself', 'events');
        },
        comment: async (id: string, words: string, idempotencyKey: string) => {
            await answered(
                client.POST('/v1/applications/{application}/comments', {
                    params: {path: at(id), header: {'Idempotency-Key': idempotencyKey}},
                    body: {words},
                }),
            );
            await anew(id, 'events');
        },
        writeLetter: async (id: string, body: LetterWords, tag: string) => {
            const letter = await tagged(
                client.PUT('/v1/applications/{application}/letter', {
                    params: {path: at(id), header: {'If-Match': tag}},
                    body,
                }),
            );
            queries.setQueryData(keyOf(id, 'letter'), letter);
            return letter;
        },
        buildPackage: async (id: string, body: PackageWish) => {
            await answered(
                client.POST('/v1/applications/{application}/packages', {
                    params: {path: at(id), query: {lang}},
                    body,
                }),
            );
            await anew(id, 'packages');
        },
        keepOffer: async (id: string, body: OfferRecord, tag: string | undefined) => {
            await answered(
                client.PUT('/v1/applications/{application}/offer', {
                    params: {
                        path: at(id),
                        query: {lang},
                        header: tag ? {'If-Match': tag} : {},
                    },
                    body,
                }),
            );
            await anew(id, 'offer');
        },
    };
}

/// Somebody has written since it was read.
export const isOvertaken = (error: unknown): boolean =>
    error instanceof Refusal && error.status === 412;
