import type {Round} from '../api/client';
import {useText} from '../text/text';
import {linear, roomFor, ticks} from './scale';

const [width, height] = [720, 300];
const box = {left: 48, right: 16, top: 16, bottom: 32};

/// Cut-offs by day; a table says the same by type.
export function RoundsChart({rounds, score}: {rounds: Round[]; score: number | null}) {
    const {t, format} = useText();
    const known = rounds.filter((round) => round.cutoff_crs !== null);
    const days = known.map((round) => Date.parse(round.held_on));
    const cutoffs = known.map((round) => round.cutoff_crs ?? 0);
    if (known.length === 0) {
        return null;
    }
    const step = 100;
    const range = roomFor(score === null ? cutoffs : [...cutoffs, score], step);
    const span = [Math.min(...days), Math.max(...days)] as const;
    const x = linear(span, [box.left + 12, width - box.right - 12]);
    const y = linear(range, [height - box.bottom, box.top]);
    const reached = (cutoff: number) => score !== null && score >= cutoff;
    return (
        <figure className="chart">
            <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.score.roundsChart}>
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
                {score !== null && (
                    <line
                        className="own-score"
                        x1={box.left}
                        x2={width - box.right}
                        y1={y(score)}
                        y2={y(score)}
                    />
                )}
                {known.map((round, place) => (
                    <circle
                        key={round.number}
                        className={reached(cutoffs[place] ?? 0) ? 'round round-reached' : 'round'}
                        cx={x(days[place] ?? 0)}
                        cy={y(cutoffs[place] ?? 0)}
                        r="4.5"
                    >
                        <title>
                            {`${round.type_name}, ${format.day(round.held_on)}${t.common.colon}${format.number(cutoffs[place] ?? 0)}`}
                        </title>
                    </circle>
                ))}
                {[0, 1].map((end) => (
                    <text
                        key={end}
                        className="tick"
                        x={x(span[end] ?? 0)}
                        y={height - 10}
                        textAnchor={end === 0 ? 'start' : 'end'}
                    >
                        {format.month(new Date(span[end] ?? 0).toISOString())}
                    </text>
                ))}
            </svg>
        </figure>
    );
}
