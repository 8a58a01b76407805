import {memo} from 'react';

import type {RankedMatch} from '../api/client';
import {Link, useHref} from '../router';
import {useText} from '../text/text';
import {bandOf, FitBar} from '../ui/fit_bar';
import {Icon} from '../ui/icons';
import {LiftList} from '../ui/lift_list';
import {PayMedian} from '../ui/pay_median';
import {isWebAddress, usePostingWords} from '../ui/posting_words';
import {TrustBadge} from '../ui/trust_badge';
import {setMark} from './marks';

/// Drawn anew only where something of it has changed: a list may have a thousand.
export const Row = memo(function Row(properties: {
    match: RankedMatch;
    viewed: boolean;
    saved: boolean;
    hidden: boolean;
    compared: boolean;
    onCompare: (match: RankedMatch) => void;
    onHide: (match: RankedMatch) => void;
}) {
    const {match, viewed, saved, hidden, compared, onCompare, onHide} = properties;
    const {posting, fit, lift, placed_after, rank} = match;
    const {t} = useText();
    const href = useHref();
    const id = posting.id;
    const heading = `posting-${id}`;
    return (
        <article
            className={viewed ? 'match match-viewed' : 'match'}
            aria-labelledby={heading}
            data-posting={id}
        >
            <p className="match-fit">
                <span className="hidden-text">{t.matches.fit} </span>
                <b className="figure">{fit.total}</b>
                <span>{t.matches.bands[bandOf(fit.total)]}</span>
            </p>
            <div className="match-main">
                <h2 id={heading} lang={posting.text_language}>
                    <Link href={href(`/postings/${id}`)}>{posting.title}</Link>
                </h2>
                <Facts match={match} viewed={viewed} />
                <FitBar fit={fit} />
                <p className="quiet rank">{rank.text}</p>
                {placed_after.length > 0 && (
                    <p className="placed-after">
                        <Icon name="warn" />
                        <span>
                            {t.matches.placedAfter}:{' '}
                            {placed_after.map((one) => one.text).join('; ')}
                        </span>
                    </p>
                )}
                {posting.evidence && (
                    <TrustBadge id={id} title={posting.title} summary={posting.evidence} />
                )}
            </div>
            <div className="match-lift">
                <h3>{t.matches.lift}</h3>
                <LiftList lifts={lift} />
            </div>
            <div className="match-actions">
                <button
                    type="button"
                    className="button button-quiet"
                    aria-pressed={saved}
                    onClick={() => setMark('saved', id, !saved)}
                >
                    <Icon name="save" />
                    {saved ? t.matches.saved : t.matches.save}
                </button>
                <button
                    type="button"
                    className="button button-quiet"
                    aria-pressed={compared}
                    onClick={() => onCompare(match)}
                >
                    <Icon name="compare" />
                    {compared ? t.matches.comparing : t.matches.compare}
                </button>
                <button type="button" className="button button-quiet" onClick={() => onHide(match)}>
                    <Icon name="hide" />
                    {hidden ? t.matches.unhide : t.matches.hide}
                </button>
                {isWebAddress(posting.url) && (
                    <a
                        className="button button-quiet"
                        data-original
                        href={posting.url}
                        rel="noopener noreferrer nofollow"
                        target="_blank"
                    >
                        <Icon name="out" />
                        {t.posting.original}
                        <span className="hidden-text"> ({t.common.newWindow})</span>
                    </a>
                )}
            </div>
        </article>
    );
});

function Facts({match, viewed}: {match: RankedMatch; viewed: boolean}) {
    const {t, format} = useText();
    const {pay, places, language} = usePostingWords();
    const {posting} = match;
    return (
        <>
            <p className="match-employer" lang={posting.text_language}>
                {posting.hiring_organization}
            </p>
            <ul className="facts">
                <li>
                    <Icon name="place" />
                    {places(posting)}
                    {posting.remote && ` · ${t.matches.remote}`}
                </li>
                <li>
                    <Icon name="pay" />
                    <span className="pay">{pay(posting.base_salary)}</span>
                    {posting.base_salary && (
                        <PayMedian against={posting.evidence?.pay_against_median ?? null} />
                    )}
                </li>
                <li>
                    <Icon name="speech" />
                    {language(posting)}
                </li>
                <li>
                    <Icon name="day" />
                    {posting.date_posted && t.matches.posted(format.day(posting.date_posted))}
                    {posting.last_live_day &&
                        `, ${t.matches.openTo(format.day(posting.last_live_day))}`}
                </li>
                {posting.noc && (
                    <li>
                        {t.matches.noc(posting.noc)}
                        {posting.teer !== null && ` · ${t.matches.teer(String(posting.teer))}`}
                    </li>
                )}
                {viewed && <li className="viewed">{t.matches.viewed}</li>}
            </ul>
        </>
    );
}
