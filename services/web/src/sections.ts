// What each role works with: a section of the navigation for each, and the page behind it.

import {lazy, type ComponentType, type LazyExoticComponent} from 'react';

import type {Account} from './account/keeper';
import type {sectionsEn} from './text/sections_en';

export type Role = Account['role'];

/// The first segment of its address; text/sections_*.ts has its words.
export type SectionName = keyof typeof sectionsEn;

/// `rest`: what follows the name in the address, as text that anybody may have typed.
export type SectionPage = ComponentType<{rest: string[]}>;

export interface Section {
    name: SectionName;
    roles: readonly Role[];
    page: LazyExoticComponent<SectionPage>;
}

/// In the order of the navigation. A name may stand here twice, for different roles.
export const sections: readonly Section[] = [
    {name: 'caseload', roles: ['advisor'], page: lazy(() => import('./advisor/caseload'))},
    {name: 'applications', roles: ['advisor'], page: lazy(() => import('./advisor/applications'))},
    {name: 'days', roles: ['advisor'], page: lazy(() => import('./advisor/days'))},
    {name: 'messages', roles: ['advisor'], page: lazy(() => import('./advisor/messages'))},
    {
        name: 'review',
        roles: ['advisor', 'reviewer', 'operator'],
        page: lazy(() => import('./review/section')),
    },
    {name: 'employer', roles: ['employer'], page: lazy(() => import('./employer/page'))},
    {name: 'sources', roles: ['operator'], page: lazy(() => import('./operator/sources'))},
    {name: 'runs', roles: ['operator'], page: lazy(() => import('./operator/runs'))},
    {name: 'quarantine', roles: ['operator'], page: lazy(() => import('./operator/quarantine'))},
    {
        name: 'verification',
        roles: ['operator'],
        page: lazy(() => import('./operator/verification')),
    },
    {name: 'rules', roles: ['operator'], page: lazy(() => import('./operator/rules'))},
    {name: 'accounts', roles: ['operator'], page: lazy(() => import('./operator/people'))},
    {name: 'health', roles: ['operator'], page: lazy(() => import('./operator/health'))},
];

/// Of candidates and of nobody there are none: they have the pages about a profile.
export const sectionsOf = (role: Role) => sections.filter(({roles}) => roles.includes(role));
export const worksHere = (role: Role | undefined): role is Exclude<Role, 'candidate'> =>
    role !== undefined && role !== 'candidate';
