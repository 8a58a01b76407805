import type {ExplainedMatch, Prospects} from '../api/client';
import {CutoffScale} from '../charts/cutoff_scale';
import {ScoreCurve} from '../charts/score_curve';
import {useText} from '../text/text';
import {RoundsTable} from '../ui/rounds_table';

/// The score before and after against the last cut-off of each type of round.
export function RoundsOf({match, prospects}: {match: ExplainedMatch; prospects: Prospects}) {
    const {t} = useText();
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
            <RoundsTable
                label={t.posting.rounds}
                columns={[t.posting.cleared, t.posting.clearedAfter]}
                rounds={prospects.rounds.map((round) => ({
                    type: round.type_name,
                    enough: round.enough,
                    cutoff: round.last_cutoff,
                    cells: [
                        t.common.of(String(round.cleared_before), String(round.held)),
                        t.common.of(String(round.cleared_after), String(round.held)),
                    ],
                    gained: round.cleared_after > round.cleared_before ? 1 : null,
                }))}
            />
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
                <ScoreCurve points={prospects.after_12_months} label={t.posting.yearChart} />
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
