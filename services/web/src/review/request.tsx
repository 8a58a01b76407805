import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refused} from '../account/refused';
import {Link, useHref} from '../router';
import {useReviewWords} from '../text/later';
import {useText} from '../text/text';
import {LinesField} from '../ui/fields';
import {Icon} from '../ui/icons';
import {Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {useUnsent} from '../ui/unsent';
import {useRequest, useReviewActs, type Request} from './api';
import {noteMax} from './decision_form';

/// What an employer said of somebody, on what it was made, and the answer to who asks about it;
/// nothing says who that is.
export function RequestPage({id}: {id: string}) {
    const words = useReviewWords();
    const href = useHref();
    const answer = useRequest(id);
    const title = answer.data?.title ?? words.request;
    usePageTitle(title);
    if (answer.isPending) {
        return <Loading />;
    }
    if (answer.isError) {
        return <Failure page error={answer.error} again={answer.refetch} />;
    }
    const request = answer.data;
    return (
        <div className="work review">
            <header>
                <Link className="back" href={href('/review/requests')}>
                    <Icon name="back" />
                    {words.kinds.requests}
                </Link>
                <h1 dir="auto">{title}</h1>
                <p className="match-employer" dir="auto">
                    {request.employer}
                </p>
            </header>
            <SaidBy request={request} />
            <AnswerOf id={id} request={request} />
            <MadeOn why={request.why} />
        </div>
    );
}

function SaidBy({request}: {request: Request}) {
    const {format} = useText();
    const words = useReviewWords();
    const {interested, reason, words: said, decided_at, current, review} = request;
    return (
        <section className="panel" aria-labelledby="said">
            <h2 id="said">{words.employerSaid}</h2>
            <p>
                <b>{interested ? words.interested : words.notInterested}</b>, {reason.text}
            </p>
            {said && (
                <p className="said" dir="auto">
                    {said}
                </p>
            )}
            <p className="quiet">
                {format.moment(decided_at)}
                {!current && ` · ${words.notCurrent}`}
            </p>
            <h3>{words.candidateAsks}</h3>
            <p className="said" dir="auto">
                {review?.words ?? <span className="quiet">{words.noWords}</span>}
            </p>
        </section>
    );
}

function AnswerOf({id, request}: {id: string; request: Request}) {
    const {format} = useText();
    const words = useReviewWords();
    const {answer} = useReviewActs();
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const draft = useUnsent(`answer/${id}`, () => '');
    const [wrong, setWrong] = useState(false);
    const given = request.review?.answer;
    const text = draft.value.trim();
    const tooLong = Array.from(text).length > noteMax;
    if (given !== undefined && given !== null) {
        return (
            <section className="panel" aria-labelledby="answer">
                <h2 id="answer">{words.answered}</h2>
                <p className="said" dir="auto">
                    {given}
                </p>
                {request.review?.answered_at && (
                    <p className="quiet">{format.moment(request.review.answered_at)}</p>
                )}
            </section>
        );
    }
    return (
        <section className="panel" aria-labelledby="answer">
            <h2 id="answer">{words.toAnswer}</h2>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    setWrong(text === '');
                    if (text !== '' && !tooLong) {
                        void act(async () => {
                            await answer(id, text, once.key());
                            draft.drop('');
                        });
                    }
                }}
            >
                <LinesField
                    label={words.answer}
                    hint={words.answerHint}
                    value={draft.value}
                    error={
                        tooLong
                            ? words.tooLong
                            : wrong && text === ''
                              ? words.answerNeeded
                              : undefined
                    }
                    onChange={(typed) => {
                        once.renew();
                        draft.set(typed);
                    }}
                />
                <Refused error={failure} />
                <div className="actions">
                    <button type="submit" className="button button-main" aria-disabled={busy}>
                        {words.send}
                    </button>
                </div>
            </form>
        </section>
    );
}

function MadeOn({why}: {why: Request['why']}) {
    const {t, format} = useText();
    const words = useReviewWords();
    const names = t.parts as Record<string, string>;
    return (
        <section className="panel" aria-labelledby="made-on">
            <h2 id="made-on">{words.madeOn}</h2>
            <p className="quiet">{words.madeOnDay(format.day(why.as_of), format.day(why.rules))}</p>
            <table className="parts">
                <caption className="hidden-text">{t.matches.fitSum(why.fit.total)}</caption>
                <tbody>
                    {why.fit.parts.map((part) => (
                        <tr key={part.part}>
                            <th scope="row">{names[part.part] ?? part.part}</th>
                            <td className="part-points">
                                <b>{part.points}</b>
                                <span className="quiet">/{part.max}</span>
                            </td>
                            <td>{part.reason.text}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            {why.gaps.length > 0 && (
                <>
                    <h3>{t.posting.missing}</h3>
                    <ul className="notes">
                        {why.gaps.map((gap) => (
                            <li key={gap.code}>{gap.text}</li>
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}
