import type {CrsScore} from '../api/client';
import {useText} from '../text/text';

const sections = ['core', 'spouse', 'transferability', 'additional'] as const;
type Section = (typeof sections)[number];
type Points = Record<string, number | null>;

/// Sums of others, or what a cap is taken from.
const sums = new Set(['subtotal', 'uncapped']);
/// Two lines that share one cap of 50.
const groups: Record<string, string> = {
    education_language: 'education_group',
    education_canadian_work: 'education_group',
    foreign_language: 'foreign_group',
    foreign_canadian_work: 'foreign_group',
};
const groupNames = new Set(Object.values(groups));

/// Every factor with what it could be at most, and what a cap took.
export function Breakdown({score}: {score: CrsScore}) {
    const {t, format} = useText();
    const say = (value: number | null | undefined) =>
        value == null ? <span className="unknown">{t.common.unknown}</span> : format.number(value);
    const line = (section: Section, factor: string) => {
        const points = (score[section] as Points)[factor];
        const max = (score.max[section] as Points)[factor];
        const name = groupNames.has(factor) ? t.score.groups[factor] : t.score.factors[factor];
        return (
            <tr key={factor} className={groupNames.has(factor) ? 'group' : ''}>
                <th scope="row">{name ?? factor}</th>
                <td className="number">{say(points)}</td>
                <td className="number quiet">{say(max)}</td>
                <td className="meter">
                    <Meter points={points ?? 0} max={max ?? 0} />
                </td>
            </tr>
        );
    };
    return (
        <div className="breakdown">
            {sections
                .filter((section) => section !== 'spouse' || score.column === 'with_spouse')
                .map((section) => (
                    <table key={section}>
                        <caption>
                            {t.score.sections[section]}{' '}
                            <b>
                                {say(score[section].subtotal)}
                                <span className="quiet"> / {say(score.max[section].subtotal)}</span>
                            </b>
                        </caption>
                        <thead>
                            <tr>
                                <th scope="col">{t.score.factor}</th>
                                <th scope="col" className="number">
                                    {t.score.points}
                                </th>
                                <th scope="col" className="number">
                                    {t.score.max}
                                </th>
                                <td />
                            </tr>
                        </thead>
                        <tbody>
                            {Object.keys(score[section])
                                .filter((factor) => !sums.has(factor))
                                .map((factor) => line(section, factor))}
                        </tbody>
                    </table>
                ))}
            {score.lost.length > 0 && (
                <ul className="notes">
                    {score.lost.map((one) => (
                        <li key={JSON.stringify(one)}>{lostText(one)}</li>
                    ))}
                </ul>
            )}
        </div>
    );

    function lostText({path, points}: CrsScore['lost'][number]): string {
        const [section = '', factor = ''] = path.split('.');
        const cap =
            t.score.groups[factor] ??
            t.score.factors[factor] ??
            sectionName(section) ??
            t.score.total;
        return t.score.lost(format.number(points), cap);
    }

    function sectionName(section: string): string | undefined {
        return (t.score.sections as Record<string, string>)[section];
    }
}

function Meter({points, max}: {points: number; max: number}) {
    const share = max > 0 ? Math.max(0, Math.min(points / max, 1)) * 100 : 0;
    return (
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect className="fit-room" width="100" height="6" />
            <rect className="fit-held" width={share} height="6" />
        </svg>
    );
}
