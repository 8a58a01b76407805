import {useText} from '../text/text';
import {alongFrame, Ruler, type Frame} from './axes';
import {roomFor} from './scale';

const frame: Frame = {width: 640, height: 96, left: 24, right: 24, top: 0, bottom: 40};
const line = frame.height - frame.bottom;
const step = 100;

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
    const range = roomFor(values, step);
    const x = alongFrame(frame, range);
    const gained = after !== null && after > before;
    return (
        <figure className="chart">
            <svg
                viewBox={`0 0 ${frame.width} ${frame.height}`}
                role="img"
                aria-label={t.posting.chart(say(before), say(after))}
            >
                <Ruler frame={frame} range={range} step={step} />
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
