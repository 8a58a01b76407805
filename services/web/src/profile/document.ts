// From what is being entered to the document that the service reads, and back.

import type {Candidate, Credential, Job, LanguageTest} from '../api/client';
import {
    abilities,
    emptyDraft,
    noScores,
    scales,
    type CredentialDraft,
    type Draft,
    type JobDraft,
    type TestDraft,
} from './draft';

export type Missing =
    | 'birth_date'
    | 'marital'
    | 'citizenship_status'
    | 'tests'
    | 'tests_incomplete'
    | 'education'
    | 'education_incomplete'
    | 'eca'
    | 'jobs'
    | 'jobs_incomplete'
    | 'spouse';

const today = () => new Date().toISOString().slice(0, 10);

export function isDay(text: string): boolean {
    return /^(19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/// A day on which something can have happened.
export const isPast = (text: string) => isDay(text) && text <= today();

export function isBetween(text: string, min: number, max: number, step = 0): boolean {
    const value = Number(text);
    const fits = text.trim() !== '' && value >= min && value <= max;
    return fits && (step === 0 || Number.isInteger(value / step));
}

const list = (text: string): string[] =>
    text
        .split(/[,\n]/)
        .map((one) => one.trim())
        .filter((one) => one !== '');

function readTest(draft: TestDraft): LanguageTest | null {
    const scale = scales[draft.test];
    const complete = abilities.every((one) =>
        isBetween(draft.scores[one], scale[one].min, scale[one].max, scale[one].step),
    );
    if (!complete && draft.levels && isPast(draft.date)) {
        return {test: draft.test, date: draft.date, first: draft.first, clb: draft.levels};
    }
    if (!complete || !isPast(draft.date)) {
        return null;
    }
    const scores = Object.fromEntries(abilities.map((one) => [one, Number(draft.scores[one])]));
    return {test: draft.test, date: draft.date, first: draft.first, scores} as LanguageTest;
}

function readCredential(draft: CredentialDraft): Credential | null {
    if (draft.level === '' || draft.country === '' || !isPast(draft.completed)) {
        return null;
    }
    const assessed =
        draft.country !== 'CA' && isPast(draft.eca_date) && draft.eca_date >= draft.completed;
    return {
        level: draft.level as Credential['level'],
        country: draft.country,
        completed: draft.completed,
        eca_date: assessed ? draft.eca_date : null,
    };
}

function readJob(draft: JobDraft): Job | null {
    const ended = draft.current || (isPast(draft.end) && draft.end >= draft.start);
    const complete = draft.noc !== '' && draft.country !== '' && isPast(draft.start) && ended;
    if (!complete || !isBetween(draft.hours, 1, 168)) {
        return null;
    }
    return {
        noc: draft.noc,
        title: draft.title.trim().slice(0, 200) || draft.occupation.slice(0, 200),
        duties: draft.duties
            .split('\n')
            .map((one) => one.trim())
            .filter((one) => one !== ''),
        country: draft.country,
        start: draft.start,
        end: draft.current ? null : draft.end,
        hours_per_week: Number(draft.hours),
        self_employed: draft.self_employed,
        student: draft.student,
        ...(draft.paid === undefined ? {} : {paid: draft.paid}),
    };
}

const read = <From, To>(drafts: From[], one: (draft: From) => To | null): To[] =>
    drafts.map(one).filter((made) => made !== null);

const dollars = (text: string, min: number, max: number): number | null =>
    isBetween(text, min, max) ? Math.round(Number(text) * 100) : null;

/// Null until the three answers are there on which everything rests.
export function toCandidate(draft: Draft): Candidate | null {
    if (!isPast(draft.birth_date) || draft.marital === '' || draft.citizenship_status === '') {
        return null;
    }
    const jobs = read(draft.jobs, readJob).filter((job) => job.start > draft.birth_date);
    const accompanied = draft.marital === 'spouse_accompanying';
    const {spouse} = draft;
    const skills = list(draft.skills);
    return {
        ...draft.rest,
        schema: 'jobscout/candidate/1',
        birth_date: draft.birth_date,
        marital: draft.marital,
        citizenship_status: draft.citizenship_status,
        language_tests: read(draft.tests, readTest),
        education: read(draft.education, readCredential),
        jobs,
        spouse: accompanied
            ? {
                  ...draft.rest.spouse,
                  language_tests: read(spouse.tests, readTest),
                  education: read(spouse.education, readCredential),
                  jobs: read(spouse.jobs, readJob),
              }
            : null,
        siblings_in_canada: draft.sibling,
        certificate_of_qualification: draft.certificate,
        nomination: (draft.nomination || null) as NonNullable<Candidate['nomination']> | null,
        funds: dollars(draft.funds, 0, 1e9),
        dependants: isBetween(draft.dependants, 0, 30, 1) ? Number(draft.dependants) : null,
        skills: skills.length > 0 ? skills : null,
        preferences: {
            ...draft.rest.preferences,
            provinces: draft.provinces as NonNullable<
                NonNullable<Candidate['preferences']>['provinces']
            >,
            places: list(draft.places),
            pay_min: dollars(draft.pay, 5, 10_000),
            remote: draft.remote === 'any' ? null : draft.remote === 'yes',
        },
    };
}

/// What the score or the matches would have to know, most important first.
export function missingOf(draft: Draft): Missing[] {
    const missing: Missing[] = [];
    const say = (what: Missing, when: boolean) => when && missing.push(what);
    const complete = <From>(drafts: From[], one: (draft: From) => unknown) =>
        drafts.every((draft) => one(draft) !== null);
    say('birth_date', !isPast(draft.birth_date));
    say('marital', draft.marital === '');
    say('citizenship_status', draft.citizenship_status === '');
    say('tests', draft.tests.length === 0);
    say('tests_incomplete', !complete(draft.tests, readTest));
    say('education', draft.education.length === 0);
    say('education_incomplete', !complete(draft.education, readCredential));
    say(
        'eca',
        read(draft.education, readCredential).some((one) => one.country !== 'CA' && !one.eca_date),
    );
    say('jobs', draft.jobs.length === 0);
    say('jobs_incomplete', !complete(draft.jobs, readJob));
    const {tests, education, jobs} = draft.spouse;
    const silent = tests.length + education.length + jobs.length === 0;
    say('spouse', draft.marital === 'spouse_accompanying' && silent);
    return missing;
}

/// What a résumé does not say is missing from what is imported.
type Partly<Whole> = {[Member in keyof Whole]?: Whole[Member] | undefined};

const asTest = (from: Partly<LanguageTest>): TestDraft => ({
    test: from.test ?? 'ielts',
    date: from.date ?? '',
    levels: from.clb,
    first: from.first ?? false,
    scores: from.scores
        ? {
              ...noScores,
              ...Object.fromEntries(
                  Object.entries(from.scores).map(([ability, score]) => [ability, String(score)]),
              ),
          }
        : noScores,
});

const asCredential = (from: Partly<Credential>): CredentialDraft => ({
    level: from.level ?? '',
    country: from.country ?? '',
    completed: from.completed ?? '',
    eca_date: from.eca_date ?? '',
});

const asJob = (from: Partly<Job>): JobDraft => ({
    noc: from.noc ?? '',
    title: from.title ?? '',
    occupation: from.noc ? `${from.title ?? ''} (${from.noc})`.trim() : '',
    country: from.country ?? '',
    start: from.start ?? '',
    end: from.end ?? '',
    current: from.end === null,
    hours: String(from.hours_per_week ?? ''),
    self_employed: from.self_employed ?? false,
    student: from.student ?? false,
    paid: from.paid ?? undefined,
    duties: (from.duties ?? []).join('\n'),
});

/// The draft of a document, be it partial; what has no field goes into `rest`.
export function toDraft(from: Partial<Candidate>): Draft {
    const {resume, offer, profile_submitted, invited_on, relative_in_canada, exclusions} = from;
    const rest = {resume, offer, profile_submitted, invited_on, relative_in_canada, exclusions};
    const {preferences, spouse} = from;
    return {
        ...emptyDraft,
        birth_date: from.birth_date ?? '',
        marital: from.marital ?? '',
        citizenship_status: from.citizenship_status ?? '',
        tests: (from.language_tests ?? []).map(asTest),
        education: (from.education ?? []).map(asCredential),
        jobs: (from.jobs ?? []).map(asJob),
        spouse: {
            tests: (spouse?.language_tests ?? []).map(asTest),
            education: (spouse?.education ?? []).map(asCredential),
            jobs: (spouse?.jobs ?? []).map(asJob),
        },
        sibling: from.siblings_in_canada ?? false,
        certificate: from.certificate_of_qualification ?? false,
        nomination: from.nomination ?? '',
        funds: from.funds != null ? String(from.funds / 100) : '',
        dependants: from.dependants != null ? String(from.dependants) : '',
        provinces: preferences?.provinces ?? [],
        places: (preferences?.places ?? []).join(', '),
        pay: preferences?.pay_min != null ? String(preferences.pay_min / 100) : '',
        remote: preferences?.remote == null ? 'any' : preferences.remote ? 'yes' : 'no',
        skills: (from.skills ?? []).join(', '),
        rest: {
            ...Object.fromEntries(
                Object.entries(rest).filter(([, value]) => value !== undefined && value !== null),
            ),
            ...(preferences
                ? {
                      preferences: {
                          within_km: preferences.within_km ?? null,
                          available_from: preferences.available_from ?? null,
                      },
                  }
                : {}),
        },
    };
}

/// Whether everything that stands in the fields is in the document made of it.
export function isWhole(draft: Draft, document: Candidate): boolean {
    const back = toDraft(document);
    const counts = ({tests, education, jobs, spouse}: Draft) =>
        [tests, education, jobs, spouse.tests, spouse.education, spouse.jobs].map(
            (items) => items.length,
        );
    const figures = ({funds, dependants, pay}: Draft) =>
        [funds, dependants, pay].map((text) => text === '');
    return (
        JSON.stringify([counts(draft), figures(draft)]) ===
        JSON.stringify([counts(back), figures(back)])
    );
}

/// In one order, without what says nothing.
function canonical(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(canonical);
    }
    if (value === null || typeof value !== 'object') {
        return value;
    }
    const members = Object.entries(value)
        .map(([name, one]) => [name, canonical(one)] as const)
        .filter(([, one]) => one !== null && one !== undefined && JSON.stringify(one) !== '{}');
    return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)));
}

export const sameDocument = (one: Candidate, other: Candidate): boolean =>
    JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
