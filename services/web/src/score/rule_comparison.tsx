import type {CrsScore} from '../api/client';
import {useText} from '../text/text';

const sections = ['core', 'spouse', 'transferability', 'additional'] as const;

/// The sums of the rule sets beside each other, and what an offer could give under each.
export function RuleComparison({scores}: {scores: CrsScore[]}) {
    const {t, format} = useText();
    const roles = t.common.roles as Record<string, string>;
    const say = (value: number | null) =>
        value === null ? <span className="unknown">{t.common.unknown}</span> : format.number(value);
    const line = (name: string, value: (score: CrsScore) => number | null) => (
        <tr key={name}>
            <th scope="row">{name}</th>
            {scores.map((score) => (
                <td key={score.rules.id} className="number">
                    {say(value(score))}
                </td>
            ))}
        </tr>
    );
    return (
        <section aria-labelledby="rules">
            <h2 id="rules">{t.score.compare}</h2>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
            <div className="table-frame" role="group" aria-label={t.score.compare} tabIndex={0}>
                <table>
                    <thead>
                        <tr>
                            <td />
                            {scores.map((score) => (
                                <th key={score.rules.id} scope="col" className="number">
                                    {roles[score.role]}
                                    <span className="quiet"> {format.day(score.rules.id)}</span>
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {sections
                            .filter((name) =>
                                scores.some((score) => score.max[name].subtotal !== 0),
                            )
                            .map((name) =>
                                line(t.score.sections[name], (score) => score[name].subtotal),
                            )}
                        {line(t.score.total, (score) => score.total)}
                        {line(t.score.offerAtMost, (score) => score.max.additional.job_offer)}
                    </tbody>
                </table>
            </div>
            <ul className="notes">
                {scores.map((score) => (
                    <li key={score.rules.id}>
                        {t.common.rulesOf(format.day(score.rules.id))}:{' '}
                        {format.days(score.status_text)}
                    </li>
                ))}
            </ul>
        </section>
    );
}
