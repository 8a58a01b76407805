import {keepPreviousData, useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query';

import type {paths} from '../../generated/api';
import {useProfile} from '../profile/store';
import {useRouter} from '../router';
import {useText} from '../text/text';
import {
    answered,
    asBody,
    client,
    type Candidate,
    type Matches,
    type Plan,
    type PostingAnswer,
} from './client';

type MatchesQuery = NonNullable<paths['/v1/matches']['post']['parameters']['query']>;
type Province = NonNullable<MatchesQuery['province']>[number];
type WorkingLanguage = NonNullable<MatchesQuery['working_language']>[number];

export const orders = ['fit', 'lift', 'pay', 'newest', 'distance', 'best_chance'] as const;
export type Order = (typeof orders)[number];

/// What every question says: the language of the page, and the day where another is asked for.
export function useAsked() {
    const {lang} = useText();
    const day = useRouter().search.get('as_of');
    return {lang, ...(day ? {as_of: day} : {})};
}

/// A question about the person whose profile stands in this browser; asked once there is one.
function useAboutPerson<Data>(
    name: string,
    ask: (body: Candidate, signal: AbortSignal) => Promise<Data>,
    more: object = {},
) {
    const {candidate} = useProfile();
    const asked = useAsked();
    return useQuery({
        queryKey: [name, asked, more, candidate],
        queryFn: ({signal}) => {
            if (!candidate) {
                throw new Error('asked without a profile');
            }
            return ask(candidate, signal);
        },
        enabled: candidate !== null,
        placeholderData: keepPreviousData,
    });
}

/// What the list of matches goes by.
export interface MatchQuestion {
    order: Order;
    q: string;
    province: string[];
    teer: string[];
    language: string[];
}

const firstPage = 50;
const furtherPages = 100;

/// The matches of whose profile it is, page by page; counts of the facets come with the first.
export function useMatches({order, q, province, teer, language}: MatchQuestion) {
    const {candidate} = useProfile();
    const query = {
        ...useAsked(),
        order,
        ...(q === '' ? {} : {q}),
        province: province as Province[],
        teer: teer.map(Number),
        working_language: language as WorkingLanguage[],
    };
    return useInfiniteQuery({
        queryKey: ['matches', query, candidate],
        initialPageParam: null as string | null,
        queryFn: ({signal, pageParam}) => {
            if (!candidate) {
                throw new Error('asked without a profile');
            }
            const page = pageParam
                ? {cursor: pageParam, limit: furtherPages}
                : {limit: firstPage, facets: 'true' as const};
            return answered(
                client.POST('/v1/matches', {
                    params: {query: {...query, ...page, explain: true}},
                    body: asBody(candidate),
                    signal,
                }),
            ).then((answer) => answer as Matches); // Explained, as was asked for.
        },
        getNextPageParam: (page) => page.next_cursor,
        enabled: candidate !== null,
        placeholderData: keepPreviousData,
    });
}

export function useCrs() {
    const query = useAsked();
    return useAboutPerson('crs', (body, signal) =>
        answered(client.POST('/v1/crs', {params: {query}, body: asBody(body), signal})),
    );
}

export function useAdvice() {
    const query = useAsked();
    return useAboutPerson('advice', (body, signal) =>
        answered(client.POST('/v1/advice', {params: {query}, body: asBody(body), signal})),
    );
}

export function useStandings() {
    const query = useAsked();
    return useAboutPerson('standings', (body, signal) =>
        answered(client.POST('/v1/rounds', {params: {query}, body: asBody(body), signal})),
    );
}

/// The score month by month if a plan comes true; none: if nothing is done.
export function useProjection(plan: Plan | null, months: number) {
    const query = {...useAsked(), months};
    return useAboutPerson(
        'projection',
        (candidate, signal) =>
            answered(
                client.POST('/v1/projections', {
                    params: {query},
                    body: {candidate: asBody(candidate), plan},
                    signal,
                }),
            ),
        {plan, months},
    );
}

export function useLift(id: string) {
    const query = useAsked();
    return useAboutPerson(
        'lift',
        (body, signal) =>
            answered(
                client.POST('/v1/postings/{id}/lift', {
                    params: {path: {id: Number(id)}, query},
                    body: asBody(body),
                    signal,
                }),
            ),
        {id},
    );
}

export function usePosting(id: string) {
    const {as_of} = useAsked() as {as_of?: string};
    return useQuery({
        queryKey: ['posting', id, as_of],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/postings/{id}', {
                    params: {path: {id: Number(id)}, query: as_of ? {as_of} : {}},
                    signal,
                }),
            ).then((answer) => answer as PostingAnswer), // Not as JSON-LD, which was not asked for.
    });
}

export function useEvidence(id: string, wanted: boolean) {
    const query = useAsked();
    return useQuery({
        queryKey: ['evidence', id, query],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/postings/{id}/evidence', {
                    params: {path: {id: Number(id)}, query},
                    signal,
                }),
            ),
        enabled: wanted,
    });
}

export function useRounds() {
    const {lang} = useAsked();
    return useQuery({
        queryKey: ['rounds', lang],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/rounds', {params: {query: {lang}}, signal})),
    });
}

/// Asks for occupations as somebody types; not a hook, since a list box calls it.
export function useSuggest() {
    const {lang} = useText();
    const queries = useQueryClient();
    return (q: string) =>
        queries.query({
            queryKey: ['noc', lang, q],
            queryFn: ({signal}) =>
                answered(
                    client.GET('/v1/noc', {params: {query: {q, lang, limit: 8}}, signal}),
                ).then((answer) => answer.suggestions),
        });
}
