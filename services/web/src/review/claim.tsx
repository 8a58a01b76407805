import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refused} from '../account/refused';
import {Link, useHref} from '../router';
import {useReviewWords} from '../text/later';
import {useText} from '../text/text';
import {Choice, LinesField} from '../ui/fields';
import {Icon} from '../ui/icons';
import {isWebAddress} from '../ui/posting_words';
import {Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {useUnsent} from '../ui/unsent';
import {useClaim, useReviewActs, type Claim, type ClaimDecision, type ReviewedClaim} from './api';
import {noteMax} from './decision_form';
import {useReviewer} from './reviewer';

/// An employer's claim to a posting, and what became of all claims to it.
export function ClaimPage({id}: {id: string}) {
    const {t, format} = useText();
    const words = useReviewWords();
    const href = useHref();
    const answer = useClaim(id);
    const title = answer.data?.claim.title ?? words.claim;
    usePageTitle(title);
    if (answer.isPending) {
        return <Loading />;
    }
    if (answer.isError) {
        return <Failure page error={answer.error} again={answer.refetch} />;
    }
    const {claim, history} = answer.data;
    return (
        <div className="work review">
            <header>
                <Link className="back" href={href('/review/claims')}>
                    <Icon name="back" />
                    {words.kinds.claims}
                </Link>
                <h1 dir="auto">{title}</h1>
                <p className="state">{words.claimStates[claim.state]}</p>
            </header>
            <section className="panel" aria-labelledby="claim">
                <h2 id="claim">{words.claim}</h2>
                <dl className="facts">
                    <div>
                        <dt>{words.whoClaims}</dt>
                        <dd dir="auto">{claim.employer_name ?? words.nameless}</dd>
                    </div>
                    <div>
                        <dt>{words.inPosting}</dt>
                        <dd dir="auto">{claim.hiring_organization ?? words.nameless}</dd>
                    </div>
                    <div>
                        <dt>{words.domain}</dt>
                        <dd>{claim.domain}</dd>
                    </div>
                    <div>
                        <dt>{words.link}</dt>
                        <dd>
                            {isWebAddress(claim.link) ? (
                                <a
                                    href={claim.link}
                                    rel="noopener noreferrer nofollow"
                                    target="_blank"
                                >
                                    {claim.link}
                                    <span className="hidden-text"> ({t.common.newWindow})</span>
                                </a>
                            ) : (
                                claim.link
                            )}
                        </dd>
                    </div>
                    <div>
                        <dt>{words.claimed}</dt>
                        <dd>{format.moment(claim.claimed_at)}</dd>
                    </div>
                </dl>
                <Link href={href(`/postings/${claim.posting_id}`)}>{words.toPosting}</Link>
            </section>
            <DecideClaim key={claim.state} claim={claim} />
            <ClaimHistory history={history} />
        </div>
    );
}

const possible: Partial<Record<Claim['state'], readonly ClaimDecision[]>> = {
    waiting: ['accept', 'refuse'],
    accepted: ['revoke'],
};

function DecideClaim({claim}: {claim: Claim}) {
    const words = useReviewWords();
    const {decideClaim} = useReviewActs();
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const note = useUnsent(`claim/${claim.id}`, () => '');
    const [decision, setDecision] = useState<ClaimDecision | ''>('');
    const [wrong, setWrong] = useState(false);
    const options = possible[claim.state];
    const text = note.value.trim();
    const tooLong = Array.from(text).length > noteMax;
    if (!options) {
        return null;
    }
    const submit = async () => {
        setWrong(text === '');
        if (decision !== '' && text !== '' && !tooLong) {
            await act(async () => {
                await decideClaim(claim.id, decision, text, once.key());
                note.drop('');
            });
        }
    };
    return (
        <section className="panel" aria-labelledby="decide">
            <h2 id="decide">{words.decide}</h2>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void submit();
                }}
            >
                <Choice<ClaimDecision>
                    legend={words.decision}
                    value={decision}
                    options={options.map((one) => [one, words.claimDecisions[one]] as const)}
                    onChange={(one) => {
                        once.renew();
                        setDecision(one);
                    }}
                />
                <LinesField
                    label={words.why}
                    hint={words.employerReads}
                    value={note.value}
                    error={
                        tooLong ? words.tooLong : wrong && text === '' ? words.whyNeeded : undefined
                    }
                    onChange={(typed) => {
                        once.renew();
                        note.set(typed);
                    }}
                />
                <Refused error={failure} />
                <div className="actions">
                    <button
                        type="submit"
                        className="button button-main"
                        aria-disabled={busy || decision === ''}
                    >
                        {words.record}
                    </button>
                </div>
            </form>
        </section>
    );
}

function ClaimHistory({history}: {history: ReviewedClaim['history']}) {
    const {format} = useText();
    const words = useReviewWords();
    const reviewerOf = useReviewer();
    const states = words.claimStates as Record<string, string>;
    return (
        <section className="panel" aria-labelledby="history">
            <h2 id="history">{words.history}</h2>
            <ol className="lines">
                {history.map((one, place) => (
                    <li key={place}>
                        <b>{states[one.state] ?? one.state}</b>{' '}
                        <span className="quiet">{one.domain}</span>
                        <p className="quiet">
                            {one.state === 'waiting' || one.state === 'withdrawn'
                                ? words.employer
                                : reviewerOf(one.actor)}
                            , {format.moment(one.made_at)}
                        </p>
                        {one.words && (
                            <p className="said" dir="auto">
                                {one.words}
                            </p>
                        )}
                    </li>
                ))}
            </ol>
        </section>
    );
}
