import {keepPreviousData, useQuery, useQueryClient} from '@tanstack/react-query';

import {useProfile} from '../profile/store';
import {useRouter} from '../router';
import {useText} from '../text/text';
import {answered, asBody, client, type Candidate, type Matches, type PostingAnswer} from './client';

export const orders = ['fit', 'lift', 'pay', 'newest', 'distance', 'best_chance'] as const;
export type Order = (typeof orders)[number];

/// What every question says: the language of the page, and the day where another is asked for.
function useAsked() {
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

export function useMatches(order: Order, limit: number) {
    const query = {...useAsked(), order, limit, explain: true};
    return useAboutPerson(
        'matches',
        (body, signal) =>
            answered(
                client.POST('/v1/matches', {params: {query}, body: asBody(body), signal}),
            ).then((answer) => answer as Matches), // Explained, as was asked for.
        {order, limit},
    );
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

/// Ids of postings that a query finds, the first hundred.
export function useFound(q: string) {
    const query = {...useAsked(), q, limit: 100};
    return useQuery({
        queryKey: ['found', query],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/postings', {params: {query}, signal})).then(
                (page) => new Set(page.postings.map((posting) => posting.id)),
            ),
        enabled: q !== '',
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
