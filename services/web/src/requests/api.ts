// What employers ask of whoever is signed in, and what they said of them.

import {useQuery, useQueryClient} from '@tanstack/react-query';

import type {components} from '../../generated/api';
import {answered, client, done} from '../api/client';
import {useText} from '../text/text';

type Schemas = components['schemas'];
export type Agreement = Schemas['Agreement'];
export type Invitation = Schemas['Invitation'];
export type Interest = Schemas['Interest'];

/// An employer's question who somebody is; with the last invitation that goes with it, if any.
export interface Request {
    agreement: Agreement;
    invitation: Invitation | null;
}

const pageSize = 100;

async function everyInvitation(candidate: string, signal: AbortSignal): Promise<Invitation[]> {
    const all: Invitation[] = [];
    let cursor: string | null = null;
    do {
        const query: {candidate: string; limit: number; cursor?: string} = {
            candidate,
            limit: pageSize,
            ...(cursor === null ? {} : {cursor}),
        };
        const page: Schemas['Invitations'] = await answered(
            client.GET('/v1/invitations', {params: {query}, signal}),
        );
        all.push(...page.items);
        cursor = page.next_cursor;
    } while (cursor !== null);
    return all;
}

const keyOf = (candidate: string) => ['account', 'requests', candidate];

export function useRequests(candidate: string) {
    const {lang} = useText();
    return useQuery({
        queryKey: [...keyOf(candidate), 'asked', lang],
        queryFn: async ({signal}) => {
            const params = {path: {id: candidate}, query: {lang}};
            const [{items, current}, invitations] = await Promise.all([
                answered(client.GET('/v1/candidates/{id}/agreements', {params, signal})),
                everyInvitation(candidate, signal),
            ]);
            const requests = items.map((agreement): Request => ({
                agreement,
                // The newest comes first.
                invitation: invitations.find((one) => one.agreement === agreement.id) ?? null,
            }));
            return {requests, current};
        },
    });
}

export const isOpen = ({agreement, invitation}: Request): boolean =>
    agreement.agreed === null && invitation?.state !== 'expired';

/// How many employers wait for an answer.
export const useOpenRequests = (candidate: string): number =>
    useRequests(candidate).data?.requests.filter(isOpen).length ?? 0;

export function useInterests(candidate: string) {
    const {lang} = useText();
    return useQuery({
        queryKey: [...keyOf(candidate), 'said', lang],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/candidates/{id}/interests', {
                    params: {path: {id: candidate}, query: {lang}},
                    signal,
                }),
            ).then(({items}) => items),
    });
}

export function useRequestActs(candidate: string) {
    const {lang} = useText();
    const queries = useQueryClient();
    const anew = () => queries.invalidateQueries({queryKey: keyOf(candidate)});
    return {
        /// With a yes the wording that it is given to; with a no to an invitation perhaps why.
        answer: async (
            {agreement, invitation}: Request,
            wording: string | null,
            reason: string,
        ): Promise<void> => {
            if (invitation !== null && invitation.state === 'open') {
                const no = reason === '' ? {accepted: false} : {accepted: false, reason};
                await done(
                    client.PUT('/v1/invitations/{invitation}/answer', {
                        params: {path: {invitation: Number(invitation.id)}, query: {lang}},
                        body: wording === null ? no : {accepted: true, wording},
                    }),
                );
            } else {
                await done(
                    client.PUT('/v1/candidates/{id}/agreements/{request}', {
                        params: {path: {id: candidate, request: Number(agreement.id)}},
                        body: wording === null ? {agreed: false} : {agreed: true, wording},
                    }),
                );
            }
            await anew();
        },
        askForPerson: async (interest: string, words: string, key: string): Promise<void> => {
            await answered(
                client.POST('/v1/candidates/{id}/interests/{interest}/review', {
                    params: {
                        path: {id: candidate, interest: Number(interest)},
                        query: {lang},
                        header: {'Idempotency-Key': key},
                    },
                    body: words === '' ? {} : {words},
                }),
            );
            await anew();
        },
    };
}
