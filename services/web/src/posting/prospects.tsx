import type {ExplainedMatch, Prospects} from '../api/client';
import {YearCurve} from '../charts/year_curve';
import {CutoffScale} from '../charts/cutoff_scale';
import {useText} from '../text/text';

/// The score before and after against the last cut-off of each type of round.
export function RoundsOf({match, prospects}: {match: ExplainedMatch; prospects: Prospects}) {
    const {t, format} = useText();
    const basis = match.lift.find((lift) => lift.role === 'basis');
    const known = prospects.rounds.filter((round) => round.last_cutoff !== null);
    return (
        <>
            <h3>{t.posting.rounds}</h3>
            <p className="quiet">{t.posting.roundsHint}</p>
            {basis && (
                <CutoffScale
                    before={basis.score_without}
                    after={basis.score_with}
                    cutoffs={known.map((round) => round.last_cutoff ?? 0)}
                />
            )}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
            <div className="table-frame" role="group" aria-label={t.posting.rounds} tabIndex={0}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t.posting.round}</th>
                            <th scope="col" className="number">
                                {t.posting.cutoff}
                            </th>
                            <th scope="col" className="number">
                                {t.posting.cleared}
                            </th>
                            <th scope="col" className="number">
                                {t.posting.clearedAfter}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {prospects.rounds.map((round) => (
                            <tr key={round.type_name}>
                                <th scope="row">
                                    {round.type_name}
                                    {!round.enough && (
                                        <span className="quiet"> ({t.posting.notEnough})</span>
                                    )}
                                </th>
                                <td className="number">
                                    {round.last_cutoff === null
                                        ? t.common.unknown
                                        : format.number(round.last_cutoff)}
                                </td>
                                <td className="number">
                                    {t.common.of(String(round.cleared_before), String(round.held))}
                                </td>
                                <td
                                    className={
                                        round.cleared_after > round.cleared_before
                                            ? 'number gained'
                                            : 'number'
                                    }
                                >
                                    {t.common.of(String(round.cleared_after), String(round.held))}
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </>
    );
}

export function ProspectsOf({prospects}: {prospects: Prospects}) {
    const {t} = useText();
    return (
        <>
            <section aria-labelledby="year">
                <h2 id="year">{t.posting.year}</h2>
                <p className="quiet">{t.posting.yearText}</p>
                <YearCurve points={prospects.after_12_months} />
            </section>
            <section aria-labelledby="opens">
                <h2 id="opens">{t.posting.categories}</h2>
                {prospects.categories_opened.length === 0 ? (
                    <p className="quiet">{t.posting.categoriesNone}</p>
                ) : (
                    <ul className="notes">
                        {prospects.categories_opened.map((one) => (
                            <li key={one.category}>
                                {one.name}, {t.posting.afterMonths(one.months)}
                            </li>
                        ))}
                    </ul>
                )}
                <h3>{t.posting.programs}</h3>
                <div
                    className="table-frame"
                    role="group"
                    aria-label={t.posting.programs}
                    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
                    tabIndex={0}
                >
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{t.posting.program}</th>
                                <th scope="col">{t.posting.now}</th>
                                <th scope="col">{t.posting.withOffer}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {prospects.programs.map((one) => (
                                <tr key={one.program}>
                                    <th scope="row">{one.name}</th>
                                    <td>{t.posting.verdicts[one.before]}</td>
                                    <td className={one.before === one.after ? '' : 'gained'}>
                                        {t.posting.verdicts[one.after]}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            </section>
        </>
    );
}
