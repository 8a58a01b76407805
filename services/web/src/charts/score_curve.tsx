import {useText} from '../text/text';
import {alongFrame, Labels, Levels, upFrame, type Frame} from './axes';
import {roomFor, stepFor} from './scale';

const frame: Frame = {width: 640, height: 220, left: 48, right: 24, top: 16, bottom: 32};
const labelsMax = 5;

export interface MonthlyScore {
    date: string;
    totals: {rules: string; points: number | null}[];
}

/// The score month by month under each rule set; where it is unknown the line stops.
export function ScoreCurve({points, label}: {points: MonthlyScore[]; label: string}) {
    const {t, format} = useText();
    const rules = points[0]?.totals.map((total) => total.rules) ?? [];
    const series = rules.map((name) => ({
        name,
        values: points.map(
            (point) => point.totals.find((total) => total.rules === name)?.points ?? null,
        ),
    }));
    const known = series.flatMap(({values}) => values.filter((value) => value !== null));
    if (known.length === 0 || points.length < 2) {
        return null;
    }
    const step = stepFor(known);
    const range = roomFor(known, step);
    const x = alongFrame(frame, [0, points.length - 1]);
    const y = upFrame(frame, range);
    const path = (values: (number | null)[]) => {
        let drawn = '';
        let before: number | null = null;
        for (const [month, value] of values.entries()) {
            if (value === null) {
                break;
            }
            // A score holds until the day that changes it.
            drawn +=
                before === null
                    ? `M${x(month)} ${y(value)}`
                    : `L${x(month)} ${y(before)}L${x(month)} ${y(value)}`;
            before = value;
        }
        return drawn;
    };
    // Every third month, or as many as there is room for.
    const between = Math.max(3, Math.ceil((points.length - 1) / (labelsMax - 1)));
    const labels = points.flatMap((point, month) =>
        month % between === 0 ? [{at: x(month), text: format.month(point.date)}] : [],
    );
    return (
        <figure className="chart">
            <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={label}>
                <Levels frame={frame} range={range} step={step} />
                <Labels frame={frame} labels={labels} />
                {series.map(({name, values}, place) => (
                    <path key={name} className={`curve curve-${place}`} d={path(values)} />
                ))}
            </svg>
            <figcaption>
                <ul className="legend">
                    {series.map(({name, values}, place) => (
                        <li key={name} className={`key key-curve-${place}`}>
                            {t.common.rulesOf(format.day(name))}
                            {t.common.colon}
                            {say(values[0])} → {say(values.at(-1))}
                        </li>
                    ))}
                </ul>
            </figcaption>
        </figure>
    );

    function say(value: number | null | undefined): string {
        return value == null ? t.common.unknown : format.number(value);
    }
}
