import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refused} from '../account/refused';
import {Link, useHref} from '../router';
import {useRequestWords} from '../text/later';
import {useText} from '../text/text';
import {LinesField} from '../ui/fields';
import {PartsTable} from '../ui/parts_table';
import {useRequestActs, type Interest} from './api';

const wordsMax = 1000;

/// What an employer said of somebody for a posting, and what it was made on.
export function OneInterest({candidate, interest}: {candidate: string; interest: Interest}) {
    const {format} = useText();
    const words = useRequestWords();
    const href = useHref();
    const say = words.said;
    const {employer, title, posting_id, interested, reason, current, decided_at, why} = interest;
    return (
        <article className="request" aria-label={say.of(employer, title ?? posting_id)}>
            <div className="section-head">
                <h3 dir="auto">{employer}</h3>
                <p className={interested ? 'state state-yes' : 'state'}>
                    {interested ? say.interested : say.notInterested}
                </p>
            </div>
            <p>
                <Link href={href(`/postings/${posting_id}`)}>{title ?? posting_id}</Link>
            </p>
            <p className="quiet">
                {say.on(format.day(decided_at))}
                {!current && `, ${say.before}`}
            </p>
            <p>{say.because(reason.text)}</p>
            {interest.words && (
                <blockquote className="said" dir="auto">
                    {interest.words}
                </blockquote>
            )}
            <details>
                <summary>
                    {say.madeOn}
                    <span className="hidden-text"> ({say.of(employer, title ?? posting_id)})</span>
                </summary>
                <MadeOn why={why} />
            </details>
            <Review candidate={candidate} interest={interest} />
        </article>
    );
}

function MadeOn({why}: {why: Interest['why']}) {
    const {t, format} = useText();
    const words = useRequestWords();
    const say = words.said;
    return (
        <div className="made-on">
            <p className="quiet">{say.shown(format.day(why.as_of), format.day(why.rules))}</p>
            <p>{t.matches.fitSum(why.fit.total)}</p>
            <PartsTable parts={why.fit.parts} others={{wishes: say.wishes}} />
            {why.gaps.length > 0 && (
                <>
                    <h4>{t.posting.missing}</h4>
                    <ul className="notes">
                        {why.gaps.map((gap) => (
                            <li key={gap.code}>{gap.text}</li>
                        ))}
                    </ul>
                </>
            )}
        </div>
    );
}

/// That a person looks at it again, and what they found.
function Review({candidate, interest}: {candidate: string; interest: Interest}) {
    const {format} = useText();
    const words = useRequestWords();
    const {askForPerson} = useRequestActs(candidate);
    const {busy, failure, act} = useAct();
    const once = useOnce();
    const [asking, setAsking] = useState(false);
    const [text, setText] = useState('');
    const say = words.review;
    const {review} = interest;
    const tooLong = text.trim().length > wordsMax;
    if (review) {
        return (
            <div className="review" role="status">
                <p className="quiet">{say.asked(format.day(review.asked_at))}</p>
                {review.words && (
                    <blockquote className="said" dir="auto">
                        {review.words}
                    </blockquote>
                )}
                {review.answer === null ? (
                    <p>{say.waits}</p>
                ) : (
                    <>
                        <p>
                            <b>{say.answer(format.day(review.answered_at ?? ''))}</b>
                        </p>
                        <blockquote className="said" dir="auto">
                            {review.answer}
                        </blockquote>
                    </>
                )}
            </div>
        );
    }
    if (!asking) {
        return (
            <div className="actions">
                <button type="button" className="button" onClick={() => setAsking(true)}>
                    {say.ask}
                </button>
            </div>
        );
    }
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                if (!tooLong) {
                    void act(() => askForPerson(interest.id, text.trim(), once.key()));
                }
            }}
        >
            <LinesField
                optional
                focused
                label={say.words}
                hint={say.wordsHint}
                value={text}
                error={tooLong ? say.tooLong : undefined}
                onChange={(value) => {
                    once.renew();
                    setText(value);
                }}
            />
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button" aria-disabled={busy}>
                    {say.send}
                </button>
                <button
                    type="button"
                    className="button button-quiet"
                    onClick={() => setAsking(false)}
                >
                    {say.cancel}
                </button>
            </div>
        </form>
    );
}
