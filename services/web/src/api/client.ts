import createClient from 'openapi-fetch';

import type {components, paths} from '../../generated/api';
import {fetchSignedIn} from '../account/keeper';

type Schemas = components['schemas'];
type Bodies = paths['/v1/crs']['post']['requestBody']['content']['application/json'];
type Stated = Extract<Bodies, {schema: unknown}>;
/// What a person states, as POST /v1/candidates takes it. The generator takes the definitions of the
/// schema for a member.
export type Candidate = Omit<Stated, '$defs'>;
export const asBody = (candidate: Candidate) => candidate as Stated;
export type LanguageTest = Candidate['language_tests'][number];
export type Credential = Candidate['education'][number];
export type Job = Candidate['jobs'][number];

export type Matches = Schemas['ExplainedMatches'];
export type FacetNumbers = Schemas['FacetNumbers'];
export type RankedMatch = Schemas['RankedMatch'];
export type ExplainedMatch = Schemas['ExplainedMatch'];
export type Posting = Schemas['Posting'];
export type PostingAnswer = Schemas['PostingWithEvidence'];
export type Salary = Schemas['Salary'];
export type Lift = Schemas['Lift'];
export type Fit = Schemas['Fit'];
export type Prospects = Schemas['Prospects'];
export type Evidence = Schemas['Evidence'];
export type EvidenceSummary = Schemas['EvidenceSummary'];
export type CrsAnswer = Schemas['CrsAnswer'];
export type CrsScore = Schemas['CrsScore'];
export type Advice = Schemas['AdviceAnswer'];
export type Round = Schemas['Round'];
export type RoundsAnswer = Schemas['RoundsAnswer'];
export type Projection = Schemas['ProjectionAnswer'];
export type Plan = NonNullable<Schemas['ProjectionQuestion']['plan']>;
export type Suggestion = Schemas['NocSuggestions']['suggestions'][number];

export const client = createClient<paths>({
    baseUrl: window.location.origin,
    fetch: fetchSignedIn,
});

/// An answer that is none: what the service says against it.
export class Refusal extends Error {
    constructor(
        readonly status: number,
        readonly detail: string,
        readonly where: string,
        readonly trace: string,
        readonly problem: string, ///< Its name in the service's list of problems.
    ) {
        super(detail);
    }
}

export const isRefusal = (error: unknown): boolean =>
    error instanceof Refusal && error.status < 500 && error.status !== 429;

interface Outcome<Data> {
    data?: Data;
    error?: unknown;
    response: Response;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function refusal({error, response}: Outcome<unknown>): Refusal {
    const problem = (error ?? {}) as Record<string, unknown>;
    return new Refusal(
        response.status,
        text(problem['detail']),
        text(problem['pointer']) || text(problem['parameter']),
        text(problem['trace_id']),
        text(problem['type']).replace('/docs#problem-', ''),
    );
}

/// The data of an answer; throws a Refusal where there is none.
export async function answered<Data>(
    asked: Promise<Outcome<Data>>,
): Promise<Exclude<Data, string>> {
    const outcome = await asked;
    if (!outcome.response.ok || outcome.data === undefined) {
        throw refusal(outcome);
    }
    return outcome.data as Exclude<Data, string>; // As text only where that was asked for.
}

/// Where the answer says no more than that it is done.
export async function done(asked: Promise<Outcome<unknown>>): Promise<void> {
    const outcome = await asked;
    if (!outcome.response.ok) {
        throw refusal(outcome);
    }
}
