import '../styles/applications.css';
import '../styles/advisor.css';

import {lazy} from 'react';

import type {ApplicationState} from '../applications/api';
import {useHref, useRouter} from '../router';
import {useAdvisorWords, useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {Select} from '../ui/fields';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {itemsOf, useCaseApplications} from './api';
import {ApplicationList} from './application_list';
import {More} from './more';
import {NotFound} from '../ui/not_found';

const BuilderPage = lazy(() => import('./builder'));

const states = [
    'draft',
    'in_review',
    'approved',
    'sent',
    'interview',
    'offer',
    'refused',
    'withdrawn',
] as const satisfies readonly ApplicationState[];

/// `applications`, `applications/{application}`.
export default function ApplicationsSection({rest}: {rest: string[]}) {
    const [id = ''] = rest;
    if (rest.length === 0) {
        return <Applications />;
    }
    if (rest.length === 1 && /^[0-9a-f-]{36}$/.test(id)) {
        return <BuilderPage key={id} id={id} />;
    }
    return <NotFound />;
}

function Applications() {
    const {t} = useText();
    const words = useAdvisorWords();
    const applications = useApplicationWords();
    const href = useHref();
    const {search, go} = useRouter();
    const state = states.find((one) => one === search.get('state'));
    const list = useCaseApplications(state ? {state: [state]} : {});
    const items = itemsOf(list.data);
    const title = t.sections.applications[0];
    usePageTitle(title);
    return (
        <div className="work">
            <header>
                <h1>{title}</h1>
                <p className="lead">{words.applicationsLead}</p>
            </header>
            <div className="form">
                <Select
                    label={words.state}
                    value={state ?? ''}
                    options={[
                        ['', words.allStates] as const,
                        ...states.map((one) => [one, applications.states[one]] as const),
                    ]}
                    onChange={(one) =>
                        go(href('/applications', one ? {state: one} : {}), {replace: true})
                    }
                />
            </div>
            {list.isPending ? (
                <Loading />
            ) : list.isError ? (
                <Failure error={list.error} again={list.refetch} />
            ) : (
                <>
                    {items.length === 0 ? (
                        <Empty title={words.applicationsNoneTitle}>
                            <p>{words.applicationsNone}</p>
                        </Empty>
                    ) : (
                        <ApplicationList items={items} label={title} />
                    )}
                    <More list={list} />
                </>
            )}
        </div>
    );
}
