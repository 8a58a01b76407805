// What charts share: a frame of so many units, lines at round figures, and words beneath.

import {useText} from '../text/text';
import {linear, ticks} from './scale';

export interface Frame {
    width: number;
    height: number;
    left: number;
    right: number;
    top: number;
    bottom: number;
}

const labelDown = 22; // From the frame to the words beneath.

export const alongFrame = (frame: Frame, from: readonly [number, number], room = 0) =>
    linear(from, [frame.left + room, frame.width - frame.right - room]);

export const upFrame = (frame: Frame, from: readonly [number, number]) =>
    linear(from, [frame.height - frame.bottom, frame.top]);

/// A line across at each round figure, which stands at its left.
export function Levels(properties: {frame: Frame; range: [number, number]; step: number}) {
    const {frame, range, step} = properties;
    const {format} = useText();
    const y = upFrame(frame, range);
    return ticks(range, step).map((tick) => (
        <g key={tick}>
            <line
                className="grid"
                x1={frame.left}
                x2={frame.width - frame.right}
                y1={y(tick)}
                y2={y(tick)}
            />
            <text className="tick" x={frame.left - 8} y={y(tick) + 4} textAnchor="end">
                {format.number(tick)}
            </text>
        </g>
    ));
}

export interface Label {
    at: number; ///< In units of the frame.
    text: string;
}

/// Words along the lower edge; the first and the last keep within it.
export function Labels({frame, labels}: {frame: Frame; labels: Label[]}) {
    return labels.map(({at, text}, place) => (
        <text
            key={at}
            className="tick"
            x={at}
            y={frame.height - frame.bottom + labelDown}
            textAnchor={place === 0 ? 'start' : place === labels.length - 1 ? 'end' : 'middle'}
        >
            {text}
        </text>
    ));
}

/// One line of figures, on which things are placed.
export function Ruler(properties: {frame: Frame; range: [number, number]; step: number}) {
    const {frame, range, step} = properties;
    const {format} = useText();
    const x = alongFrame(frame, range);
    const line = frame.height - frame.bottom;
    return (
        <>
            <line
                className="axis"
                x1={frame.left}
                x2={frame.width - frame.right}
                y1={line}
                y2={line}
            />
            {ticks(range, step).map((tick) => (
                <g key={tick}>
                    <line className="axis" x1={x(tick)} x2={x(tick)} y1={line} y2={line + 5} />
                    <text className="tick" x={x(tick)} y={line + 20} textAnchor="middle">
                        {format.number(tick)}
                    </text>
                </g>
            ))}
        </>
    );
}
