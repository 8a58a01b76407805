// What somebody might do next, as it stands in the fields, and the question made of it.

import type {Candidate, Job, Plan} from '../api/client';
import {abilities, type Ability} from '../profile/draft';

export const languages = ['en', 'fr'] as const;
export type PlanLanguage = (typeof languages)[number];
export const levelMin = 4;
export const levelMax = 12;
export const horizons = {min: 6, max: 60, step: 6, usual: 24} as const;

/// Every step by itself: whether it is in the plan, and after how many months it comes.
export interface PlanDraft {
    test: {on: boolean; after: number; language: PlanLanguage; levels: Record<Ability, number>};
    job: {on: boolean; after: number; noc: string; occupation: string};
    education: {on: boolean; after: number; level: string};
    offer: {on: boolean; after: number};
    nomination: {on: boolean; after: number};
}
export type Step = keyof PlanDraft;

const levelsAt = (level: number) =>
    Object.fromEntries(abilities.map((one) => [one, level])) as Record<Ability, number>;

/// The occupation is the one worked in last.
export function firstDraft(candidate: Candidate): PlanDraft {
    const until = ({end, start}: Job) => `${end ?? '9999'} ${start}`;
    const last = [...candidate.jobs].sort((one, other) =>
        until(other).localeCompare(until(one)),
    )[0];
    const tested = candidate.language_tests.some(({test}) => test !== 'tef' && test !== 'tcf');
    return {
        test: {on: false, after: 3, language: tested ? 'fr' : 'en', levels: levelsAt(7)},
        job: {
            on: false,
            after: 0,
            noc: last?.noc ?? '',
            occupation: last ? `${last.title} (${last.noc})`.trim() : '',
        },
        education: {on: false, after: 12, level: 'one_year'},
        offer: {on: false, after: 0},
        nomination: {on: false, after: 6},
    };
}

/// `day` so many months later; the last day of a month where it has no such day.
export function monthsAfter(day: string, months: number): string {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
        .toISOString()
        .slice(0, 10);
}

const dayOf = (today: string, {after}: {after: number}) => monthsAfter(today, after);

/// An offer that leaves nothing open, so that its points depend on the rules alone.
const plainTerms = {
    hours_per_week: 40,
    in_writing: true,
    paid: true,
    continuous: true,
    seasonal: false,
    permanent: true,
    lmia: true,
} as const;

export function toPlan(draft: PlanDraft, candidate: Candidate, today: string): Plan {
    const {test, job, education, offer, nomination} = draft;
    const named = job.noc !== '';
    return {
        job: job.on && named ? {noc: job.noc, start: dayOf(today, job), hours_per_week: 40} : null,
        language_tests: test.on
            ? [
                  {
                      test: test.language === 'en' ? 'ielts' : 'tef',
                      date: dayOf(today, test),
                      first: candidate.language_tests.length === 0,
                      clb: test.levels,
                  },
              ]
            : null,
        education: education.on
            ? [
                  {
                      level: education.level as Candidate['education'][number]['level'],
                      country: 'CA',
                      completed: dayOf(today, education),
                  },
              ]
            : null,
        nominated_on: nomination.on ? dayOf(today, nomination) : null,
        offer:
            offer.on && named
                ? {terms: {noc: job.noc, ...plainTerms}, on: dayOf(today, offer)}
                : null,
    };
}
