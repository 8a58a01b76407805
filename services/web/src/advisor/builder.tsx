import '../styles/applications.css';
import '../styles/advisor.css';

import {useMemo, useState, type ReactNode} from 'react';

import {
    useApplication,
    usePackage,
    usePackages,
    type Application,
    type Tagged,
} from '../applications/api';
import {Refusal} from '../api/client';
import {usePosting} from '../api/queries';
import {manifestOf, type Paper} from '../packages/manifest';
import {Link, useHref} from '../router';
import {useAdvisorWords, useApplicationWords, usePackageWords} from '../text/later';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';
import {Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {useCandidate} from './api';
import {useNameOf} from './named';
import {PostingPane} from './posting_pane';
import {Standing} from './builder_standing';
import {Work} from './builder_work';

/// A package in the making: the posting on one side, what is sent on the other.
export default function BuilderPage({id}: {id: string}) {
    const words = useApplicationWords();
    const application = useApplication(id);
    usePageTitle(application.data?.value.title ?? words.one);
    if (application.isError) {
        return <Failure page error={application.error} again={application.refetch} />;
    }
    if (!application.data) {
        return (
            <>
                <h1>{words.one}</h1>
                <Loading />
            </>
        );
    }
    return <Builder application={application.data} />;
}

function Builder({application}: {application: Tagged<Application>}) {
    const {t} = useText();
    const words = useAdvisorWords();
    const {states} = useApplicationWords();
    const href = useHref();
    const nameOf = useNameOf();
    const {value} = application;
    const {id, title, employer, state, posting_id, candidate} = value;
    usePackageWords(); // Of views that come later: what is on the page stays.
    const packages = usePackages(id);
    const [chosen, setChosen] = useState('');
    const [open, setOpen] = useState<{paper: Paper; place: number} | null>(null);
    const built = packages.data?.filter((one) => one.state === 'built') ?? [];
    const shown = built.find((one) => one.id === chosen) ?? built[0];
    return (
        <div className="builder">
            <header>
                <Link className="back" href={href('/applications')}>
                    <Icon name="back" />
                    {t.sections.applications[0]}
                </Link>
                <h1 dir="auto">{title}</h1>
                <p className="match-employer" dir="auto">
                    {employer}
                </p>
                <p>
                    {words.forPerson}
                    {t.common.colon}
                    <Link href={href(`/caseload/${candidate}`)}>
                        <span dir="auto">{nameOf(value)}</span>
                    </Link>{' '}
                    · <Link href={href(`/messages/${candidate}`)}>{words.writeTo}</Link>
                </p>
                <p className={`state state-${state}`}>{states[state]}</p>
            </header>
            <Standing application={application} />
            <div className="panes">
                <Facts package={shown?.id} paper={open?.paper} place={open?.place}>
                    {(facts) => <PostingPane id={posting_id} facts={facts} />}
                </Facts>
                <Documents candidate={candidate} posting={posting_id} asOf={shown?.as_of ?? null}>
                    {(documents) => (
                        <Work
                            application={id}
                            packages={packages}
                            built={built}
                            shown={shown}
                            choose={(one) => {
                                setOpen(null);
                                setChosen(one);
                            }}
                            documents={documents}
                            open={open}
                            onOpen={setOpen}
                        />
                    )}
                </Documents>
            </div>
        </div>
    );
}

/// The facts of the posting on which the sentence rests that is open.
function Facts(properties: {
    package: string | undefined;
    paper: Paper | undefined;
    place: number | undefined;
    children: (facts: ReadonlySet<string>) => ReactNode;
}) {
    const {package: id, paper, place, children} = properties;
    return id === undefined || paper === undefined || place === undefined ? (
        children(noFacts)
    ) : (
        <FactsOf id={id} paper={paper} place={place}>
            {children}
        </FactsOf>
    );
}

const noFacts: ReadonlySet<string> = new Set();

function FactsOf(properties: {
    id: string;
    paper: Paper;
    place: number;
    children: (facts: ReadonlySet<string>) => ReactNode;
}) {
    const {id, paper, place, children} = properties;
    const answer = usePackage(id);
    const manifest = answer.data ? manifestOf(answer.data) : null;
    const facts = manifest?.documents[paper][place]?.facts;
    return children(facts ? new Set(facts) : noFacts);
}

/// What facts are read out of: the documents as they are now.
function Documents(properties: {
    candidate: string;
    posting: string;
    asOf: string | null;
    children: (documents: {candidate: unknown; posting: unknown; day: unknown}) => ReactNode;
}) {
    const {candidate, posting, asOf, children} = properties;
    const document = useCandidate(candidate);
    const answer = usePosting(posting);
    const documents = useMemo(
        () => ({candidate: document.data, posting: answer.data?.posting, day: asOf}),
        [document.data, answer.data, asOf],
    );
    const gone = document.error instanceof Refusal && document.error.status === 404;
    if (document.isError && !gone) {
        return <Failure error={document.error} again={document.refetch} />;
    }
    return document.isPending || answer.isPending ? <Loading /> : children(documents);
}
