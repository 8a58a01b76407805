/// Maps values onto a length.
export function linear(from: readonly [number, number], to: readonly [number, number]) {
    const span = from[1] - from[0] || 1;
    return (value: number) => to[0] + ((value - from[0]) / span) * (to[1] - to[0]);
}

/// The least and the greatest, with some room, at round figures.
export function roomFor(values: number[], step: number): [number, number] {
    const low = Math.floor((Math.min(...values) - step / 2) / step) * step;
    const high = Math.ceil((Math.max(...values) + step / 2) / step) * step;
    return [low, high];
}

export function ticks([low, high]: readonly [number, number], step: number): number[] {
    return Array.from(
        {length: Math.floor((high - low) / step) + 1},
        (_, place) => low + place * step,
    );
}
