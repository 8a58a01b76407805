import {useText} from '../text/text';
import {linear, roomFor, ticks} from './scale';

const [width, height] = [640, 96];
const line = 56;

/// Score before and after on one line with the last cut-offs; the table beside it says the same.
export function CutoffScale(properties: {
    before: number | null;
    after: number | null;
    cutoffs: number[];
}) {
    const {before, after, cutoffs} = properties;
    const {t, format} = useText();
    const say = (score: number | null) =>
        score === null ? t.common.unknown : format.number(score);
    const values = [...cutoffs, before, after].filter((value) => value !== null);
    if (before === null || values.length === 0) {
        return null;
    }
    const step = 100;
    const range = roomFor(values, step);
    const x = linear(range, [24, width - 24]);
    const gained = after !== null && after > before;
    return (
        <figure className="chart">
            <svg
                viewBox={`0 0 ${width} ${height}`}
                role="img"
                aria-label={t.posting.chart(say(before), say(after))}
            >
                <line className="axis" x1="24" x2={width - 24} y1={line} y2={line} />
                {ticks(range, step).map((tick) => (
                    <g key={tick}>
                        <line className="axis" x1={x(tick)} x2={x(tick)} y1={line} y2={line + 5} />
                        <text className="tick" x={x(tick)} y={line + 20} textAnchor="middle">
                            {format.number(tick)}
                        </text>
                    </g>
                ))}
                {cutoffs.map((cutoff, place) => (
                    <line
                        key={place}
                        className="cutoff"
                        x1={x(cutoff)}
                        x2={x(cutoff)}
                        y1={line - 12}
                        y2={line}
                    />
                ))}
                {gained && (
                    <rect
                        className="gain"
                        x={x(before)}
                        width={x(after) - x(before)}
                        y={line - 4}
                        height="8"
                    />
                )}
                <circle className="score-dot" cx={x(before)} cy={line} r="6" />
                <text
                    className="score-label"
                    x={x(before)}
                    y={line - 18}
                    textAnchor={gained ? 'end' : 'middle'}
                >
                    {say(before)}
                </text>
                {gained && (
                    <>
                        <circle className="score-dot gained-dot" cx={x(after)} cy={line} r="6" />
                        <text
                            className="score-label gained-label"
                            x={x(after)}
                            y={line - 18}
                            textAnchor="start"
                        >
                            {say(after)}
                        </text>
                    </>
                )}
            </svg>
            <figcaption className="legend">
                <span className="key key-score">{t.posting.before}</span>
                {gained && <span className="key key-gained">{t.posting.after}</span>}
                <span className="key key-cutoff">{t.posting.cutoff}</span>
            </figcaption>
        </figure>
    );
}
