import type {Fit} from '../api/client';
import {useText} from '../text/text';

export const bands = ['strong', 'good', 'partial', 'weak'] as const;
export type Band = (typeof bands)[number];

/// Words before figures: a fit of 76 is no better than one of 75.
export function bandOf(total: number): Band {
    return total >= 75 ? 'strong' : total >= 60 ? 'good' : total >= 40 ? 'partial' : 'weak';
}

/// What of a fit is drawn.
export interface Sum {
    total: number;
    parts: (Pick<Fit['parts'][number], 'points' | 'max'> & {part: string})[];
}

/// What a part of the fit is called.
export function usePartName(): (part: string) => string {
    const {t} = useText();
    return (part) => (t.parts as Record<string, string>)[part] ?? part;
}

/// The fit as the sum that it is: a piece for each part, as wide as it could be, filled as far as
/// it is.
export function FitBar({fit}: {fit: Sum}) {
    const {t} = useText();
    const nameOf = usePartName();
    const pieces = fit.parts.map((part, place) => ({
        ...part,
        start: fit.parts.slice(0, place).reduce((sum, before) => sum + before.max, 0),
    }));
    const spoken = fit.parts
        .map((part) => `${nameOf(part.part)} ${t.common.of(String(part.points), String(part.max))}`)
        .join(', ');
    return (
        <svg
            className="fit-bar"
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            role="img"
            aria-label={`${t.matches.fitSum(fit.total)}${t.common.colon}${spoken}`}
        >
            {pieces.map((piece) => (
                <g key={piece.part}>
                    <title>
                        {`${nameOf(piece.part)} ${t.common.of(String(piece.points), String(piece.max))}`}
                    </title>
                    <rect
                        className="fit-room"
                        x={piece.start}
                        width={Math.max(piece.max - 0.35, 0.2)}
                        height="4"
                    />
                    <rect
                        className="fit-held"
                        x={piece.start}
                        width={Math.max(piece.points - 0.35, 0)}
                        height="4"
                    />
                </g>
            ))}
        </svg>
    );
}
