import {lazy, Suspense, useEffect, useState} from 'react';

import {useSignedIn} from '../account/session';
import {Refusal, type Posting} from '../api/client';
import {useEvidence, useLift, usePosting} from '../api/queries';
import {setMark, useMarks} from '../matches/marks';
import {useProfile} from '../profile/store';
import {Link, useHref} from '../router';
import {worksHere} from '../sections';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';
import {LiftList} from '../ui/lift_list';
import {isWebAddress} from '../ui/posting_words';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {EvidenceCard, TrustBadge} from '../ui/trust_badge';
import {OwnWords, Terms} from './about';
import {ProspectsOf, RoundsOf} from './prospects';
import {Why} from './why';

const Report = lazy(() => import('./report'));
const AskAdvisor = lazy(() => import('../messages/ask_advisor'));

export default function PostingPage({id}: {id: string}) {
    const {t} = useText();
    const answer = usePosting(id);
    const card = useEvidence(id, true); // With the posting: what comes later would move the terms.
    useLift(id); // Asked for at once, and shown below.
    const posting = answer.data?.posting;
    const candidate = useSignedIn()?.candidate;
    usePageTitle(posting?.title ?? t.matches.title);
    useEffect(() => {
        if (posting) {
            setMark('viewed', posting.id, true);
        }
    }, [posting]);
    if (answer.isPending || (card.isPending && !answer.isError)) {
        return <Loading />;
    }
    if (answer.isError) {
        const gone = answer.error instanceof Refusal && answer.error.status === 404;
        return gone ? (
            <Empty page title={t.common.notFoundTitle}>
                <p>{t.common.notFoundText}</p>
            </Empty>
        ) : (
            <Failure page error={answer.error} again={answer.refetch} />
        );
    }
    const {evidence, live} = answer.data;
    const shown = answer.data.posting;
    return (
        <article className="posting">
            <Head posting={shown} live={live} />
            <div className="posting-grid">
                <aside className="posting-side">
                    <section className="panel">
                        <h2>{t.trust.title}</h2>
                        <TrustBadge id={id} title={shown.title} summary={evidence} />
                        <Warnings id={id} />
                    </section>
                    <section className="panel">
                        <h2>{t.posting.terms}</h2>
                        <Terms posting={shown} against={evidence.pay_against_median} />
                    </section>
                    {candidate && (
                        <Suspense>
                            <AskAdvisor candidate={candidate} posting={id} />
                        </Suspense>
                    )}
                    <ReportProblem id={id} />
                </aside>
                <div className="posting-main">
                    <Explained id={id} />
                    <OwnWords posting={shown} />
                </div>
            </div>
        </article>
    );
}

function Head({posting, live}: {posting: Posting; live: boolean}) {
    const {t} = useText();
    const href = useHref();
    const saved = useMarks().saved.includes(posting.id);
    const works = worksHere(useSignedIn()?.account.role);
    return (
        <header className="posting-head">
            <Link className="back" href={href(works ? '' : '/matches')}>
                <Icon name="back" />
                {works ? t.common.home : t.posting.back}
            </Link>
            <h1 lang={posting.text_language}>{posting.title}</h1>
            <p className="match-employer" lang={posting.text_language}>
                {posting.hiring_organization}
            </p>
            {!live && <p className="notice">{t.posting.closed}</p>}
            <div className="actions">
                {isWebAddress(posting.url) && (
                    <a
                        className="button button-main"
                        href={posting.url}
                        rel="noopener noreferrer nofollow"
                        target="_blank"
                    >
                        <Icon name="out" />
                        {t.posting.original}
                        <span className="hidden-text"> ({t.common.newWindow})</span>
                    </a>
                )}
                {!works && (
                    <>
                        <Link className="button" href={href(`/applications/new/${posting.id}`)}>
                            {t.posting.prepare}
                        </Link>
                        <button
                            type="button"
                            className="button"
                            aria-pressed={saved}
                            onClick={() => setMark('saved', posting.id, !saved)}
                        >
                            <Icon name="save" />
                            {saved ? t.matches.saved : t.matches.save}
                        </button>
                    </>
                )}
            </div>
        </header>
    );
}

function Explained({id}: {id: string}) {
    const {t} = useText();
    const href = useHref();
    const {candidate} = useProfile();
    const works = worksHere(useSignedIn()?.account.role);
    const answer = useLift(id);
    if (works) {
        return null; // It would be about a profile of their own.
    }
    if (!candidate) {
        return (
            <div className="notice">
                <p>{t.posting.profileFirst}</p>
                <Link className="button button-main" href={href('/profile')}>
                    {t.home.start}
                </Link>
            </div>
        );
    }
    if (answer.isPending) {
        return <Loading tall />;
    }
    if (answer.isError) {
        const gone = answer.error instanceof Refusal && answer.error.status === 404;
        return gone ? (
            <p className="notice">{t.posting.notVerified}</p>
        ) : (
            <Failure error={answer.error} again={answer.refetch} />
        );
    }
    const {match, notice} = answer.data;
    return (
        <>
            <Why match={match} />
            <section aria-labelledby="adds">
                <h2 id="adds">{t.posting.adds}</h2>
                <p className="quiet">{t.posting.addsText}</p>
                <LiftList full lifts={match.lift} />
                {match.prospects && <RoundsOf match={match} prospects={match.prospects} />}
            </section>
            {match.prospects ? (
                <ProspectsOf prospects={match.prospects} />
            ) : (
                <p className="notice">{t.posting.quebec}</p>
            )}
            <p className="quiet">{notice}</p>
        </>
    );
}

function ReportProblem({id}: {id: string}) {
    const {t} = useText();
    const [open, setOpen] = useState(false);
    return (
        <details className="panel report" onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{t.posting.report}</summary>
            {open && (
                <Suspense fallback={<Loading />}>
                    <Report posting={id} />
                </Suspense>
            )}
        </details>
    );
}

/// What speaks against the posting, at once; the rest is behind the badge.
function Warnings({id}: {id: string}) {
    const evidence = useEvidence(id, true);
    if (!evidence.data) {
        return null;
    }
    const {checks} = evidence.data;
    const median = checks.filter((one) => one.check === 'median_wage' && one.verdict !== 'unknown');
    const warned = checks.filter((one) => one.verdict === 'warn' || one.verdict === 'fail');
    const shown = [...new Set([...warned, ...median])];
    return shown.length > 0 ? <EvidenceCard evidence={{...evidence.data, checks: shown}} /> : null;
}
