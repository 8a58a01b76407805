import {Link, useHref} from '../router';
import {OwnWords, Terms} from '../posting/about';
import {useReportWords, useReviewWords} from '../text/later';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';
import {isWebAddress} from '../ui/posting_words';
import {Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {EvidenceCard} from '../ui/trust_badge';
import {useReview, type Review} from './api';
import {DecisionForm} from './decision_form';
import {useReviewer} from './reviewer';

/// One posting with all that speaks for and against it, and what is decided about it.
export function PostingReview({id}: {id: string}) {
    const {t} = useText();
    const words = useReviewWords();
    const href = useHref();
    const answer = useReview(id);
    usePageTitle(answer.data?.posting.title ?? t.sections.review[0]);
    if (answer.isPending) {
        return <Loading />;
    }
    if (answer.isError) {
        return <Failure page error={answer.error} again={answer.refetch} />;
    }
    const {posting, evidence, reports, decisions} = answer.data;
    const against = evidence.checks.filter(({verdict}) => verdict === 'fail' || verdict === 'warn');
    const others = evidence.checks.filter((check) => !against.includes(check));
    return (
        <div className="work review">
            <header>
                <Link className="back" href={href('/review')}>
                    <Icon name="back" />
                    {t.sections.review[0]}
                </Link>
                <h1 lang={posting.text_language} dir="auto">
                    {posting.title}
                </h1>
                <p className="match-employer" lang={posting.text_language} dir="auto">
                    {posting.hiring_organization}
                </p>
                <p>
                    <b>{evidence.state_text}</b>
                </p>
                {isWebAddress(posting.url) && (
                    <a
                        className="button"
                        href={posting.url}
                        rel="noopener noreferrer nofollow"
                        target="_blank"
                    >
                        <Icon name="out" />
                        {t.posting.original}
                        <span className="hidden-text"> ({t.common.newWindow})</span>
                    </a>
                )}
            </header>
            <div className="review-grid">
                <div className="review-part">
                    <section className="panel" aria-labelledby="against">
                        <h2 id="against">{words.against}</h2>
                        {against.length === 0 ? (
                            <p className="quiet">{words.againstNone}</p>
                        ) : (
                            <EvidenceCard evidence={{...evidence, checks: against}} />
                        )}
                    </section>
                    <Reports reports={reports} />
                    <DecisionForm posting={posting.id} checks={against} />
                    <Decisions decisions={decisions} titles={evidence.checks} />
                </div>
                <div className="review-part">
                    <section className="panel" aria-label={t.posting.terms}>
                        <h2>{t.posting.terms}</h2>
                        <Terms posting={posting} />
                    </section>
                    <OwnWords posting={posting} />
                    <details className="panel report">
                        <summary>{words.otherChecks(others.length)}</summary>
                        <EvidenceCard evidence={{...evidence, checks: others}} />
                    </details>
                </div>
            </div>
        </div>
    );
}

function Reports({reports}: {reports: Review['reports']}) {
    const {format} = useText();
    const words = useReviewWords();
    const kinds = useReportWords().kinds as Record<string, string>;
    if (reports.length === 0) {
        return null;
    }
    return (
        <section className="panel" aria-labelledby="reports">
            <h2 id="reports">{words.reported}</h2>
            <ul className="lines">
                {reports.map(({kind, text, made_at}, place) => (
                    <li key={place}>
                        <b>{kinds[kind] ?? kind}</b>{' '}
                        <span className="quiet">{format.moment(made_at)}</span>
                        {text && (
                            <p className="said" dir="auto">
                                {text}
                            </p>
                        )}
                    </li>
                ))}
            </ul>
        </section>
    );
}

function Decisions(properties: {
    decisions: Review['decisions'];
    titles: Review['evidence']['checks'];
}) {
    const {decisions, titles} = properties;
    const {format, t} = useText();
    const words = useReviewWords();
    const reviewerOf = useReviewer();
    return (
        <section className="panel" aria-labelledby="decisions">
            <h2 id="decisions">{words.decided}</h2>
            {decisions.length === 0 ? (
                <p className="quiet">{words.decidedNone}</p>
            ) : (
                <ol className="lines">
                    {decisions.map((one, place) => (
                        <li key={place}>
                            <b>{words.decisionNames[one.decision]}</b>
                            {one.check && (
                                <>
                                    {t.common.colon}
                                    {titles.find(({check}) => check === one.check)?.title ??
                                        one.check}
                                </>
                            )}
                            <p className="quiet">
                                {reviewerOf(one.reviewer)}, {format.moment(one.made_at)}
                                {!one.of_this_record && ` · ${words.otherRecord}`}
                            </p>
                            {one.note && (
                                <p className="said" dir="auto">
                                    {one.note}
                                </p>
                            )}
                        </li>
                    ))}
                </ol>
            )}
        </section>
    );
}
