import type {ReactNode} from 'react';

import type {RankedMatch} from '../api/client';
import {Link, useHref} from '../router';
import {useText} from '../text/text';
import {bandOf, FitBar} from '../ui/fit_bar';
import {Icon} from '../ui/icons';
import {LiftList} from '../ui/lift_list';
import {PayMedian} from '../ui/pay_median';
import {usePostingWords} from '../ui/posting_words';

/// Up to four postings, line by line.
export function Comparison(properties: {matches: RankedMatch[]; onRemove: (id: string) => void}) {
    const {matches, onRemove} = properties;
    const {t, format} = useText();
    const {pay, places, language} = usePostingWords();
    const href = useHref();
    const line = (name: string, cell: (match: RankedMatch) => ReactNode) => (
        <tr>
            <th scope="row">{name}</th>
            {matches.map((match) => (
                <td key={match.posting.id}>{cell(match)}</td>
            ))}
        </tr>
    );
    return (
        // Scrolls within itself where it is wider than the page, also by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-frame" role="group" aria-label={t.matches.compareTitle} tabIndex={0}>
            <table className="comparison">
                <thead>
                    <tr>
                        <td />
                        {matches.map(({posting}) => (
                            <th key={posting.id} scope="col">
                                <Link href={href(`/postings/${posting.id}`)}>{posting.title}</Link>
                                <span>{posting.hiring_organization}</span>
                                <button
                                    type="button"
                                    className="button button-quiet"
                                    onClick={() => onRemove(posting.id)}
                                >
                                    <Icon name="remove" />
                                    <span className="hidden-text">
                                        {t.matches.compareRemove(posting.title)}
                                    </span>
                                </button>
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {line(t.matches.fit, ({fit}) => (
                        <>
                            <b className="figure">{fit.total}</b>{' '}
                            {t.matches.bands[bandOf(fit.total)]}
                            <FitBar fit={fit} />
                        </>
                    ))}
                    {line(t.matches.lift, ({lift}) => (
                        <LiftList lifts={lift} />
                    ))}
                    {line(t.posting.payLabel, ({posting}) => pay(posting.base_salary))}
                    {line(t.matches.pay.median.label, ({posting}) => (
                        <PayMedian against={posting.evidence?.pay_against_median ?? null} />
                    ))}
                    {line(t.posting.place, ({posting}) => places(posting))}
                    {line(t.posting.language, ({posting}) => language(posting))}
                    {line(t.posting.occupation, ({posting}) =>
                        posting.noc ? t.matches.noc(posting.noc) : t.common.unknown,
                    )}
                    {line(t.posting.closes, ({posting}) =>
                        posting.last_live_day
                            ? format.day(posting.last_live_day)
                            : t.common.unknown,
                    )}
                    {line(t.trust.title, ({posting}) =>
                        posting.evidence
                            ? `${t.trust.states[posting.evidence.state]}${t.common.colon}${t.trust.counts(
                                  posting.evidence.verdicts.pass,
                                  posting.evidence.verdicts.unknown,
                                  posting.evidence.verdicts.warn,
                              )}`
                            : t.common.unknown,
                    )}
                    {(matches[0]?.fit.parts ?? []).map(({part}) => (
                        <tr key={part}>
                            <th scope="row" className="part">
                                {t.parts[part]}
                            </th>
                            {matches.map(({posting, fit}) => {
                                const one = fit.parts.find((other) => other.part === part);
                                return (
                                    <td key={posting.id}>
                                        {one && t.common.of(String(one.points), String(one.max))}
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
