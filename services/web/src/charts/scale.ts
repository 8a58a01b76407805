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

const steps = [20, 50, 100, 200];
const ticksMax = 9;

/// The least of the round steps at which no more lines are drawn than can be told apart.
export function stepFor(values: number[]): number {
    const span = Math.max(...values) - Math.min(...values);
    return steps.find((step) => span / step + 2 <= ticksMax) ?? 500;
}

export function ticks([low, high]: readonly [number, number], step: number): number[] {
    return Array.from(
        {length: Math.floor((high - low) / step) + 1},
        (_, place) => low + place * step,
    );
}
