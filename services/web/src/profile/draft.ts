// The profile as it is being entered: what stands in the fields, be it complete or not.

import type {Candidate, LanguageTest} from '../api/client';

export const abilities = ['listening', 'reading', 'writing', 'speaking'] as const;
export type Ability = (typeof abilities)[number];
export const testNames = ['ielts', 'celpip', 'pte_core', 'tef', 'tcf'] as const;
export type TestName = (typeof testNames)[number];

/// The least and the most that a report can say, and the step between.
export const scales: Record<TestName, Record<Ability, {min: number; max: number; step: number}>> = {
    ielts: same(0, 9, 0.5),
    celpip: same(0, 12, 1),
    pte_core: same(10, 90, 1),
    tef: {...same(0, 450, 1), listening: scale(0, 360), reading: scale(0, 300)},
    tcf: {...same(0, 20, 1), listening: scale(0, 699), reading: scale(0, 699)},
};

function scale(min: number, max: number, step = 1) {
    return {min, max, step};
}

function same(min: number, max: number, step: number) {
    const one = scale(min, max, step);
    return {listening: one, reading: one, writing: one, speaking: one};
}

export interface TestDraft {
    test: TestName;
    date: string;
    first: boolean;
    scores: Record<Ability, string>;
    levels?: LanguageTest['clb']; ///< Imported in place of scores.
}

export interface CredentialDraft {
    level: string;
    country: string;
    completed: string;
    eca_date: string;
}

export interface JobDraft {
    noc: string;
    title: string;
    occupation: string; ///< Its name as it was chosen.
    country: string;
    start: string;
    end: string;
    current: boolean;
    hours: string;
    self_employed: boolean;
    student: boolean;
    paid?: boolean | undefined; ///< Where a document says it.
    duties: string;
}

export interface SpouseDraft {
    tests: TestDraft[];
    education: CredentialDraft[];
    jobs: JobDraft[];
}

export interface Draft {
    birth_date: string;
    marital: Candidate['marital'] | '';
    citizenship_status: Candidate['citizenship_status'] | '';
    tests: TestDraft[];
    education: CredentialDraft[];
    jobs: JobDraft[];
    spouse: SpouseDraft;
    sibling: boolean;
    certificate: boolean;
    nomination: string;
    funds: string;
    dependants: string;
    provinces: string[];
    places: string;
    pay: string;
    remote: 'any' | 'yes' | 'no';
    skills: string;
    /// What an imported document says beside all this; it goes along as it is.
    rest: Partial<Candidate>;
}

export const noScores = {listening: '', reading: '', writing: '', speaking: ''};

export const newTest = (test: TestName, first: boolean): TestDraft => ({
    test,
    date: '',
    first,
    scores: noScores,
});

export const newCredential: CredentialDraft = {level: '', country: '', completed: '', eca_date: ''};

export const newJob: JobDraft = {
    noc: '',
    title: '',
    occupation: '',
    country: '',
    start: '',
    end: '',
    current: false,
    hours: '40',
    self_employed: false,
    student: false,
    duties: '',
};

export const emptyDraft: Draft = {
    birth_date: '',
    marital: '',
    citizenship_status: '',
    tests: [],
    education: [],
    jobs: [],
    spouse: {tests: [], education: [], jobs: []},
    sibling: false,
    certificate: false,
    nomination: '',
    funds: '',
    dependants: '',
    provinces: [],
    places: '',
    pay: '',
    remote: 'any',
    skills: '',
    rest: {},
};
