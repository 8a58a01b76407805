import type {Round} from '../api/client';
import {useText} from '../text/text';
import {alongFrame, Labels, Levels, upFrame, type Frame} from './axes';
import {roomFor} from './scale';

const frame: Frame = {width: 720, height: 300, left: 48, right: 16, top: 16, bottom: 32};
const step = 100;
const room = 12; // Of a round at either end.

/// Cut-offs by day; a table says the same by type.
export function RoundsChart({rounds, score}: {rounds: Round[]; score: number | null}) {
    const {t, format} = useText();
    const known = rounds.flatMap(({cutoff_crs, ...round}) =>
        cutoff_crs === null ? [] : [{...round, cutoff: cutoff_crs, day: Date.parse(round.held_on)}],
    );
    if (known.length === 0) {
        return null;
    }
    const cutoffs = known.map(({cutoff}) => cutoff);
    const days = known.map(({day}) => day);
    const range = roomFor(score === null ? cutoffs : [...cutoffs, score], step);
    const span = [Math.min(...days), Math.max(...days)] as const;
    const x = alongFrame(frame, span, room);
    const y = upFrame(frame, range);
    const labels = [...new Set(span)].map((day) => ({
        at: x(day),
        text: format.month(new Date(day).toISOString()),
    }));
    return (
        <figure className="chart">
            <svg
                viewBox={`0 0 ${frame.width} ${frame.height}`}
                role="img"
                aria-label={t.score.roundsChart}
            >
                <Levels frame={frame} range={range} step={step} />
                <Labels frame={frame} labels={labels} />
                {score !== null && (
                    <line
                        className="own-score"
                        x1={frame.left}
                        x2={frame.width - frame.right}
                        y1={y(score)}
                        y2={y(score)}
                    />
                )}
                {known.map(({number, type_name, held_on, cutoff, day}) => (
                    <circle
                        key={number}
                        className={
                            score !== null && score >= cutoff ? 'round round-reached' : 'round'
                        }
                        cx={x(day)}
                        cy={y(cutoff)}
                        r="4.5"
                    >
                        <title>
                            {`${type_name}, ${format.day(held_on)}${t.common.colon}${format.number(cutoff)}`}
                        </title>
                    </circle>
                ))}
            </svg>
        </figure>
    );
}
