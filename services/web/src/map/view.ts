// From degrees to the sheet that the outlines are drawn on, and which part of it is shown.

import {geoConicConformal} from 'd3-geo';

import outlines from '../../generated/outlines.json';

type Pair = [number, number];

const {conic} = outlines;
const project = geoConicConformal()
    .parallels(conic.parallels as Pair)
    .rotate(conic.rotate as Pair)
    .scale(conic.scale)
    .translate(conic.translate as Pair);

/// Where a point lies on the sheet; null where that is not on it.
export function onSheet(degrees: readonly [number, number]): Pair | null {
    const point = project([...degrees]);
    const inside =
        point &&
        point[0] >= 0 &&
        point[1] >= 0 &&
        point[0] <= outlines.width &&
        point[1] <= outlines.height;
    return inside ? point : null;
}

/// The part of the sheet from `left` and `top`, `width` wide.
export interface Window {
    left: number;
    top: number;
    width: number;
}

/// Of every window. Wider than the sheet: most people live along its lower edge.
export const shape = 0.68;

export const wholeSheet: Window = {
    left: (outlines.width - outlines.height / shape) / 2,
    top: 0,
    width: outlines.height / shape,
};

const narrowest = 180; // Beyond that, outlines would show that they are simplified.
const room = 1.12;

/// Where a window begins, so that it shows nothing beyond the sheet if it can.
function held(middle: number, length: number, sheet: number): number {
    return length >= sheet
        ? (sheet - length) / 2
        : Math.max(0, Math.min(middle - length / 2, sheet - length));
}

/// As little of the sheet as has all points with some room around them.
export function windowOf(points: Pair[]): Window {
    if (points.length === 0) {
        return wholeSheet;
    }
    const [[left, right], [top, bottom]] = ([0, 1] as const).map((axis) => {
        const values = points.map((point) => point[axis]);
        return [Math.min(...values), Math.max(...values)];
    }) as [Pair, Pair];
    const wanted = Math.max((right - left) * room, ((bottom - top) * room) / shape, narrowest);
    const width = Math.min(wanted, wholeSheet.width);
    return {
        left: held((left + right) / 2, width, outlines.width),
        top: held((top + bottom) / 2, width * shape, outlines.height),
        width,
    };
}
