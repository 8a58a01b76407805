import '../styles/advisor.css';

import {useState} from 'react';

import {Link, useHref} from '../router';
import {useAdvisorWords, useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {Check} from '../ui/fields';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {itemsOf, useCaseload} from './api';
import BatchPage from './batch';
import {BuildForPosting} from './build_for_posting';
import CandidatePage from './candidate';
import {More} from './more';
import {useNameOf} from './named';
import {StandingFirst} from './standing';
import {NotFound} from '../ui/not_found';

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

/// `caseload`, `caseload/{candidate}[/{view}]`, `caseload/batch/{batch}`.
export default function CaseloadSection({rest}: {rest: string[]}) {
    const [first = '', second = ''] = rest;
    if (rest.length === 0) {
        return <Caseload />;
    }
    if (first === 'batch' && rest.length === 2 && isId(second)) {
        return <BatchPage key={second} id={second} />;
    }
    if (isId(first) && rest.length <= 2) {
        return <CandidatePage key={first} id={first} view={second} />;
    }
    return <NotFound />;
}

function Caseload() {
    const {t, format} = useText();
    const words = useAdvisorWords();
    const href = useHref();
    const nameOf = useNameOf();
    useApplicationWords(); // Of the form that comes later: what is on the page stays.
    const list = useCaseload();
    const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
    const title = t.sections.caseload[0];
    usePageTitle(title);
    const people = itemsOf(list.data);
    const choose = (candidate: string, on: boolean) => {
        const next = new Set(chosen);
        if (on) {
            next.add(candidate);
        } else {
            next.delete(candidate);
        }
        setChosen(next);
    };
    return (
        <div className="work">
            <header>
                <h1>{title}</h1>
                <p className="lead">{words.caseloadLead}</p>
            </header>
            <StandingFirst />
            {list.isPending ? (
                <Loading />
            ) : list.isError ? (
                <Failure error={list.error} again={list.refetch} />
            ) : people.length === 0 ? (
                <>
                    <Empty title={words.caseloadNoneTitle}>
                        <p>{words.caseloadNone}</p>
                    </Empty>
                    <More list={list} />
                </>
            ) : (
                <>
                    <ul className="records panel" aria-label={title}>
                        {people.map((one) => (
                            <li key={one.candidate}>
                                <div>
                                    <Link href={href(`/caseload/${one.candidate}`)}>
                                        <b dir="auto">{nameOf(one)}</b>
                                    </Link>
                                    <p className="quiet">
                                        {words.since(format.day(one.given_at))}{' '}
                                        {one.may_replace ? words.mayReplace : words.mayRead}
                                    </p>
                                </div>
                                <Check
                                    label={
                                        <>
                                            {words.choose}
                                            <span className="hidden-text"> {nameOf(one)}</span>
                                        </>
                                    }
                                    checked={chosen.has(one.candidate)}
                                    onChange={(on) => choose(one.candidate, on)}
                                />
                            </li>
                        ))}
                    </ul>
                    <More list={list} />
                    <BuildForPosting candidates={[...chosen]} />
                </>
            )}
        </div>
    );
}
