// What a package says of itself: its sentences with the facts that each rests on, and what the check
// found.

import type {components} from '../../generated/api';

export interface Sentence {
    text: string;
    own_words?: boolean; ///< The sender's, for which nobody vouches.
    facts?: string[]; ///< `candidate:` or `posting:` and a JSON Pointer, or `day:`.
}

export const severities = ['error', 'warning', 'info'] as const;

export interface Finding {
    rule: string;
    severity: (typeof severities)[number];
    text: string | null;
    meaning: string;
    action: string;
}

export const papers = ['resume', 'letter'] as const;
export type Paper = (typeof papers)[number];

export interface Manifest {
    as_of: string;
    languages: {sent: 'en' | 'fr'; kept: 'en' | 'fr'};
    rule_sets: string[];
    pages: Record<Paper, number>;
    documents: Record<Paper, Sentence[]>;
    ats: Finding[];
    files: {name: string; bytes: number}[];
}

type Answer = components['schemas']['PackageWithManifest'];

/// Null where the package is not built.
export const manifestOf = (answer: Answer): Manifest | null =>
    answer.manifest as unknown as Manifest | null;

export const fileOf = (id: string, name: string) => `/v1/packages/${id}/files/${name}`;
export const archiveOf = (id: string) => `/v1/packages/${id}/archive`;
