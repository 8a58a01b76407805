import {lazy, Suspense, useState} from 'react';

import type {Advice, CrsAnswer} from '../api/client';
import {useAdvice, useCrs} from '../api/queries';
import {useProfile} from '../profile/store';
import {Link, useHref} from '../router';
import {useText} from '../text/text';
import {Boundary} from '../ui/boundary';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {Breakdown} from './breakdown';
import {RuleComparison} from './rule_comparison';
import {RuleScores} from './rule_scores';
import {Rounds} from './rounds';

const WhatIf = lazy(() => import('../plan/what_if'));

export default function ScorePage() {
    const {t, format} = useText();
    const href = useHref();
    const {candidate, missing} = useProfile();
    const crs = useCrs();
    usePageTitle(t.score.title);
    return (
        <div className="score">
            <header>
                <h1>{t.score.title}</h1>
                {crs.data && <p className="quiet">{t.common.asOf(format.day(crs.data.as_of))}</p>}
            </header>
            {!candidate ? (
                <Empty title={t.score.needed}>
                    <Link className="button button-main" href={href('/profile')}>
                        {t.home.start}
                    </Link>
                </Empty>
            ) : crs.isPending ? (
                <Loading tall />
            ) : crs.isError ? (
                <Failure error={crs.error} again={crs.refetch} />
            ) : (
                <>
                    <RuleScores
                        scores={crs.data.scores.map((score) => ({
                            rules: score.rules.id,
                            role: score.role,
                            status_text: score.status_text,
                            total: score.total,
                        }))}
                    />
                    {missing.length > 0 && (
                        <div className="notice">
                            <h2>{t.profile.panel.missing}</h2>
                            <ul className="notes">
                                {missing.map((what) => (
                                    <li key={what}>{t.profile.missing[what]}</li>
                                ))}
                            </ul>
                            <Link href={href('/profile')}>{t.home.resume}</Link>
                        </div>
                    )}
                    <Scored crs={crs.data} />
                    <Help />
                    <Boundary>
                        <Suspense fallback={<Loading tall />}>
                            <WhatIf candidate={candidate} today={crs.data.as_of} />
                        </Suspense>
                    </Boundary>
                </>
            )}
            <Rounds />
            {crs.data && <p className="quiet">{crs.data.notice}</p>}
        </div>
    );
}

function Scored({crs}: {crs: CrsAnswer}) {
    const {t, format} = useText();
    const [chosen, setChosen] = useState('');
    const score = crs.scores.find((one) => one.rules.id === chosen) ?? crs.scores[0];
    return score ? (
        <>
            <section aria-labelledby="breakdown">
                <div className="section-head">
                    <h2 id="breakdown">{t.score.breakdown}</h2>
                    <label className="inline-field">
                        <span>{t.score.rulesShown}</span>
                        <select
                            value={score.rules.id}
                            onChange={(event) => setChosen(event.target.value)}
                        >
                            {crs.scores.map((one) => (
                                <option key={one.rules.id} value={one.rules.id}>
                                    {t.common.rulesOf(format.day(one.rules.id))}
                                </option>
                            ))}
                        </select>
                    </label>
                </div>
                <p className="quiet">{crs.column_reason.text}</p>
                <Breakdown score={score} />
                {crs.notes.length > 0 && (
                    <>
                        <h3>{t.score.notes}</h3>
                        <ul className="notes">
                            {crs.notes.map((note) => (
                                <li key={note.code + note.text}>{format.days(note.text)}</li>
                            ))}
                        </ul>
                    </>
                )}
            </section>
            <RuleComparison scores={crs.scores} />
        </>
    ) : null;
}

function Help() {
    const {t} = useText();
    const advice = useAdvice();
    return (
        <section aria-labelledby="help">
            <h2 id="help">{t.score.help}</h2>
            <p className="quiet">{t.score.helpText}</p>
            {advice.isPending ? (
                <Loading tall />
            ) : advice.isError ? (
                <Failure error={advice.error} again={advice.refetch} />
            ) : (
                <AdviceTable advice={advice.data} />
            )}
        </section>
    );
}

function AdviceTable({advice}: {advice: Advice}) {
    const {t, format} = useText();
    const roles = t.common.roles as Record<string, string>;
    if (advice.advice.length === 0) {
        return <p>{t.score.helpNone}</p>;
    }
    return (
        <>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
            <div className="table-frame" role="group" aria-label={t.score.help} tabIndex={0}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t.score.change}</th>
                            {advice.rules.map((rules) => (
                                <th key={rules.rules} scope="col" className="number">
                                    {roles[rules.role]}
                                    <span className="quiet"> {format.day(rules.rules)}</span>
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {advice.advice.map((one) => (
                            <tr key={one.reason.text}>
                                <th scope="row">{format.days(one.reason.text)}</th>
                                {one.gains.map((gain) => (
                                    <td key={gain.rules} className="number">
                                        {gain.points === null ? (
                                            <span className="unknown">{t.common.unknown}</span>
                                        ) : (
                                            format.signed(gain.points)
                                        )}
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            {advice.deadlines.length > 0 && (
                <>
                    <h3>{t.score.deadlines}</h3>
                    <ul className="notes">
                        {advice.deadlines.map((one) => (
                            <li key={one.reason.text}>{format.days(one.reason.text)}</li>
                        ))}
                    </ul>
                </>
            )}
        </>
    );
}
