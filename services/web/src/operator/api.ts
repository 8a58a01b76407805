// What operators are told, and what they do.

import {keepPreviousData, useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query';

import type {components, paths} from '../../generated/api';
import {answered, client, done} from '../api/client';
import {useAsked} from '../api/queries';

type Schemas = components['schemas'];
export type Source = Schemas['Source'];
export type Run = Schemas['Run'];
export type Quarantined = Schemas['Quarantined'];
export type QuarantineReason = Schemas['QuarantineReasons']['items'][number];
export type RuleFile = Schemas['RuleFiles']['items'][number];
export type Reference = Schemas['References']['items'][number];
export type ListCheck = Schemas['References']['checks'][number];
export type RuleSets = Schemas['RulesAnswer'];
export type SourceEntry = Schemas['SourceEntry'];
export type VerdictCount = Schemas['VerdictCounts']['items'][number];
export type FoundAccount = Schemas['FoundAccount'];
export type RulesCheck = Schemas['RulesCheck'];
export type RulesToCheck =
    paths['/v1/rules/check']['post']['requestBody']['content']['application/json'];
export type Firm = Schemas['Firms']['items'][number];
export type Decision = Schemas['AccountDecisions']['items'][number];

const pageSize = 50;
const watchEvery = 15_000;

/// The day, where another than today is asked for.
function useDay() {
    const {as_of} = useAsked() as {as_of?: string};
    return as_of ? {as_of} : {};
}

const page = (cursor: string | null) => ({limit: pageSize, ...(cursor ? {cursor} : {})});

export function useSources() {
    const day = useDay();
    return useInfiniteQuery({
        queryKey: ['operator', 'sources', day],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/operator/sources', {
                    params: {
                        query: {...day, limit: 100, ...(pageParam ? {cursor: pageParam} : {})},
                    },
                    signal,
                }),
            ),
        getNextPageParam: (last) => last.next_cursor,
        refetchInterval: watchEvery,
    });
}

export function useSourceActs() {
    const queries = useQueryClient();
    const changed = () => queries.invalidateQueries({queryKey: ['operator', 'sources']});
    return {
        put: async (name: string, body: SourceEntry) => {
            await answered(
                client.PUT('/v1/operator/sources/{name}', {params: {path: {name}}, body}),
            );
            await changed();
        },
        remove: async (name: string) => {
            await done(client.DELETE('/v1/operator/sources/{name}', {params: {path: {name}}}));
            await changed();
        },
    };
}

export interface RunFilter {
    source?: string;
    outcome?: 'done' | 'refused' | 'failed' | 'unfinished';
}

export function useRuns(filter: RunFilter) {
    return useInfiniteQuery({
        queryKey: ['operator', 'runs', filter],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/operator/runs', {
                    params: {query: {...filter, ...page(pageParam)}},
                    signal,
                }),
            ),
        getNextPageParam: (last) => last.next_cursor,
        placeholderData: keepPreviousData,
    });
}

export interface QuarantineFilter {
    source?: string;
    kind?: 'record' | 'posting';
    field?: string;
    reason?: string;
}

export function useQuarantine(filter: QuarantineFilter) {
    return useInfiniteQuery({
        queryKey: ['operator', 'quarantine', filter],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/operator/quarantine', {
                    params: {query: {...filter, ...page(pageParam)}},
                    signal,
                }),
            ),
        getNextPageParam: (last) => last.next_cursor,
        placeholderData: keepPreviousData,
    });
}

export function useQuarantineReasons(source: string | undefined) {
    return useQuery({
        queryKey: ['operator', 'reasons', source],
        queryFn: async ({signal}): Promise<QuarantineReason[]> => {
            const params = {query: source === undefined ? {} : {source}};
            const asked = client.GET('/v1/operator/quarantine/reasons', {params, signal});
            return (await answered(asked)).items;
        },
        placeholderData: keepPreviousData,
    });
}

/// A record piece by piece.
export function useRecord(id: string) {
    return useInfiniteQuery({
        queryKey: ['operator', 'record', id],
        initialPageParam: 0,
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/operator/quarantine/{id}', {
                    params: {path: {id: Number(id)}, query: {from: pageParam}},
                    signal,
                }),
            ),
        getNextPageParam: (last) => last.record.next_from,
    });
}

export function useReferences() {
    const query = useAsked();
    return useQuery({
        queryKey: ['operator', 'references', query],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/operator/references', {params: {query}, signal})),
    });
}

/// How often each check says what, of all sources.
export function useVerdicts() {
    const {lang} = useAsked();
    return useQuery({
        queryKey: ['operator', 'verdicts', lang],
        queryFn: async ({signal}): Promise<VerdictCount[]> => {
            const params = {query: {lang}};
            return (await answered(client.GET('/v1/operator/verdicts', {params, signal}))).items;
        },
    });
}

export function useRuleSets() {
    const query = useAsked();
    return useQuery({
        queryKey: ['operator', 'rules', query],
        queryFn: ({signal}) => answered(client.GET('/v1/rules', {params: {query}, signal})),
    });
}

export function useRuleFiles() {
    const query = useAsked();
    return useQuery({
        queryKey: ['operator', 'rule files', query],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/operator/rules', {params: {query}, signal})),
    });
}

export function useRulesDiff(from: string, to: string) {
    return useQuery({
        queryKey: ['operator', 'diff', from, to],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/rules/diff', {params: {query: {from, to}}, signal})),
        enabled: from !== '' && to !== '',
    });
}

export const checkRules = (body: RulesToCheck): Promise<RulesCheck> =>
    answered(client.POST('/v1/rules/check', {body}));

export function useFirms(q: string, wanted: boolean) {
    return useQuery({
        queryKey: ['operator', 'firms', q],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/firms', {params: {query: {q, limit: 20}}, signal})).then(
                ({items}) => items,
            ),
        enabled: wanted,
    });
}

export function useFirmActs() {
    const {lang} = useAsked();
    const queries = useQueryClient();
    const query = {lang};
    return {
        open: async (name: string, key: string): Promise<Firm> => {
            const header = {'Idempotency-Key': key};
            const params = {query, header};
            const {id} = await answered(client.POST('/v1/firms', {params, body: {name}}));
            await queries.invalidateQueries({queryKey: ['operator', 'firms']});
            return {id, name};
        },
        invite: async (firm: string, email: string, language: 'en' | 'fr', key: string) => {
            const header = {'Idempotency-Key': key};
            const params = {path: {id: firm}, query, header};
            const body = {email, language};
            await answered(client.POST('/v1/firms/{id}/advisors', {params, body}));
        },
    };
}

const decisionsKey = (id: string) => ['operator', 'decisions', id];

export function useDecisions(id: string) {
    const {lang} = useAsked();
    return useQuery({
        queryKey: decisionsKey(id),
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/operator/accounts/{id}/decisions', {
                    params: {path: {id}, query: {lang}},
                    signal,
                }),
            ).then(({items}) => items),
        enabled: id !== '',
    });
}

export function useAccountActs() {
    const {lang} = useAsked();
    const queries = useQueryClient();
    return {
        find: (email: string): Promise<FoundAccount> =>
            answered(client.POST('/v1/operator/accounts/find', {body: {email}})),
        decide: async (id: string, what: 'disable' | 'enable', reason: string, key: string) => {
            const header = {'Idempotency-Key': key};
            const asked = {params: {path: {id}, query: {lang}, header}, body: {reason}};
            await done(
                what === 'disable'
                    ? client.POST('/v1/operator/accounts/{id}/disable', asked)
                    : client.POST('/v1/operator/accounts/{id}/enable', asked),
            );
            await queries.invalidateQueries({queryKey: decisionsKey(id)});
        },
    };
}

/// Whether a question about the service's own state is answered with yes; else what it says.
async function stands(path: '/healthz' | '/readyz', signal: AbortSignal) {
    const asked_at = new Date().toISOString();
    const {response, error} = await client.GET(path, {signal, cache: 'no-store'});
    const detail = (error as {detail?: unknown} | undefined)?.detail;
    return {ok: response.ok, says: typeof detail === 'string' ? detail : '', asked_at};
}

export function useStanding(path: '/healthz' | '/readyz') {
    return useQuery({
        queryKey: ['operator', path],
        queryFn: ({signal}) => stands(path, signal),
        refetchInterval: watchEvery,
    });
}

export function useRevisions() {
    return useQuery({
        queryKey: ['operator', 'revisions'],
        queryFn: ({signal}) => answered(client.GET('/v1/operator/health', {signal})),
        refetchInterval: watchEvery,
    });
}
