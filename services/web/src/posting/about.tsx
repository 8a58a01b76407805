import type {ReactNode} from 'react';

import type {EvidenceSummary, Posting} from '../api/client';
import {useText} from '../text/text';
import {PayMedian} from '../ui/pay_median';
import {usePostingWords} from '../ui/posting_words';

/// On what terms the work is offered.
export function Terms(properties: {
    posting: Posting;
    against?: EvidenceSummary['pay_against_median']; ///< Left out where the evidence stands beside it.
}) {
    const {posting, against} = properties;
    const {t, format} = useText();
    const {pay, places, language} = usePostingWords();
    const {work_hours: hours, noc, teer} = posting;
    const facts: [string, ReactNode][] = [
        [t.posting.place, places(posting) + (posting.remote ? ` · ${t.matches.remote}` : '')],
        [
            t.posting.payLabel,
            <>
                {pay(posting.base_salary)}
                {posting.base_salary && against !== undefined && <PayMedian against={against} />}
            </>,
        ],
        [
            t.posting.hours,
            hours &&
                [...new Set([hours.min, hours.max])].map((one) => format.number(one)).join('–'),
        ],
        [
            t.posting.term,
            posting.employment_term &&
                (t.posting.termNames[posting.employment_term] ?? posting.employment_term),
        ],
        [t.posting.language, language(posting)],
        [
            t.posting.occupation,
            noc &&
                `${t.matches.noc(noc)}${teer === null ? '' : ` · ${t.matches.teer(String(teer))}`}`,
        ],
        [t.posting.postedLabel, posting.date_posted && format.day(posting.date_posted)],
        [t.posting.closes, posting.last_live_day && format.day(posting.last_live_day)],
    ];
    return (
        <dl className="terms">
            {facts.map(
                ([name, value]) =>
                    value && (
                        <div key={name}>
                            <dt>{name}</dt>
                            <dd>{value}</dd>
                        </div>
                    ),
            )}
        </dl>
    );
}

/// What the posting itself says, in its own language.
export function OwnWords({posting}: {posting: Posting}) {
    const {t, lang} = useText();
    const paragraphs = (posting.description ?? '').split(/\n+/).filter((one) => one !== '');
    return (
        <section aria-labelledby="about">
            <h2 id="about">{t.posting.about}</h2>
            {posting.refuses_outside_canada && (
                <p>
                    {t.posting.refuses}
                    {posting.refusal_quote && (
                        <>
                            {t.common.colon}
                            <q lang={posting.text_language}>{posting.refusal_quote}</q>
                        </>
                    )}
                </p>
            )}
            <div className="own-words" lang={posting.text_language}>
                {paragraphs.map((paragraph, place) => (
                    <p key={place}>{paragraph}</p>
                ))}
                {posting.duties.length > 0 && (
                    <>
                        <h3 lang={lang}>{t.posting.duties}</h3>
                        <ul>
                            {posting.duties.map((duty) => (
                                <li key={duty}>{duty}</li>
                            ))}
                        </ul>
                    </>
                )}
                {posting.skills.length > 0 && (
                    <>
                        <h3 lang={lang}>{t.posting.skills}</h3>
                        <p>{posting.skills.join(', ')}</p>
                    </>
                )}
            </div>
        </section>
    );
}
