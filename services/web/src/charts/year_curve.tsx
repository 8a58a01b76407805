import type {Prospects} from '../api/client';
import {useText} from '../text/text';
import {linear, roomFor, ticks} from './scale';

const [width, height] = [640, 220];
const box = {left: 48, right: 24, top: 16, bottom: 32};

/// The score month by month under each rule set; where it is unknown the line stops.
export function YearCurve({points}: {points: Prospects['after_12_months']}) {
    const {t, format} = useText();
    const rules = points[0]?.totals.map((total) => total.rules) ?? [];
    const series = rules.map((name) => ({
        name,
        values: points.map(
            (point) => point.totals.find((total) => total.rules === name)?.points ?? null,
        ),
    }));
    const known = series.flatMap(({values}) => values.filter((value) => value !== null));
    const [first, last] = [points[0], points.at(-1)];
    if (known.length === 0 || !first || !last) {
        return null;
    }
    const step = 20;
    const range = roomFor(known, step);
    const x = linear([0, points.length - 1], [box.left, width - box.right]);
    const y = linear(range, [height - box.bottom, box.top]);
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
    return (
        <figure className="chart">
            <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.posting.yearChart}>
                {ticks(range, step).map((tick) => (
                    <g key={tick}>
                        <line
                            className="grid"
                            x1={box.left}
                            x2={width - box.right}
                            y1={y(tick)}
                            y2={y(tick)}
                        />
                        <text className="tick" x={box.left - 8} y={y(tick) + 4} textAnchor="end">
                            {format.number(tick)}
                        </text>
                    </g>
                ))}
                {points.map((point, month) =>
                    month % 3 === 0 ? (
                        <text
                            key={point.date}
                            className="tick"
                            x={x(month)}
                            y={height - 10}
                            textAnchor={
                                month === 0
                                    ? 'start'
                                    : month === points.length - 1
                                      ? 'end'
                                      : 'middle'
                            }
                        >
                            {format.month(point.date)}
                        </text>
                    ) : null,
                )}
                {series.map(({name, values}, place) => (
                    <path key={name} className={`curve curve-${place}`} d={path(values)} />
                ))}
            </svg>
            <figcaption>
                <ul className="legend">
                    {series.map(({name, values}, place) => (
                        <li key={name} className={`key key-curve-${place}`}>
                            {t.common.rulesOf(format.day(name))}: {say(values[0])} →{' '}
                            {say(values.at(-1))}
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
