import type {ReactNode} from 'react';

import {Link, useHref} from '../router';
import {sections, type Section, type SectionName} from '../sections';
import {useText} from '../text/text';
import {Empty} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {useSession, useSignedIn} from './session';
import {SignedIn} from './signed_in';

/// The section of that name that whoever is here may see; where there is none, one of other roles.
export function useSection(name: string): Section | undefined {
    const role = useSignedIn()?.account.role;
    const named = sections.filter((one) => one.name === name);
    return named.find(({roles}) => role && roles.includes(role)) ?? named[0];
}

/// A section for the roles that it is for; others are told whom it is for.
export function ForRole({section, children}: {section: Section; children: ReactNode}) {
    const {t} = useText();
    const {session} = useSession();
    const role = useSignedIn()?.account.role;
    const [title, why] = t.sections[section.name];
    if (session.state === 'second_factor_to_set_up') {
        return <SecondStepFirst name={section.name} />;
    }
    return (
        <SignedIn title={title} why={why}>
            {role && section.roles.includes(role) ? children : <Others section={section} />}
        </SignedIn>
    );
}

function SecondStepFirst({name}: {name: SectionName}) {
    const {t} = useText();
    const href = useHref();
    usePageTitle(t.sections[name][0]);
    return (
        <Empty page title={t.sections[name][0]}>
            <p>{t.common.secondStepFirst}</p>
            <Link className="button button-main" href={href('/account')}>
                {t.common.account}
            </Link>
        </Empty>
    );
}

function Others({section}: {section: Section}) {
    const {t} = useText();
    const href = useHref();
    const [title] = t.sections[section.name];
    usePageTitle(title);
    return (
        <Empty page title={title}>
            <p>{t.common.forRoles(section.roles.map((role) => t.common.people[role]))}</p>
            <Link className="button" href={href('')}>
                {t.common.home}
            </Link>
        </Empty>
    );
}
