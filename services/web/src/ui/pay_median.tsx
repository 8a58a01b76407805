import type {EvidenceSummary} from '../api/client';
import {useText} from '../text/text';

type Against = EvidenceSummary['pay_against_median'];

const end = 200; // Percent of the median that the scale shows.

/// How a posting's pay stands to the median for its occupation and region, in a phrase.
function usePhrase(): (against: Against) => string {
    const {t} = useText();
    const say = t.matches.pay.median;
    return (against) => {
        const {least_percent: least = null, most_percent: most = null} = against ?? {};
        if (least === null || most === null) {
            return most !== null
                ? say.atBest(100 - most)
                : least !== null
                  ? say.orMore(least - 100)
                  : say.unknown;
        }
        if (least !== most) {
            return say.between(least, most);
        }
        return most === 100 ? say.at : most < 100 ? say.below(100 - most) : say.above(most - 100);
    };
}

/// A scale around the median, with the pay on it, and the same in words.
export function PayMedian({against}: {against: Against}) {
    const phrase = usePhrase();
    if (!against) {
        return <span className="unknown">{phrase(against)}</span>;
    }
    const {least_percent: least, most_percent: most} = against;
    const from = Math.min(least ?? most ?? 100, end);
    const to = Math.min(most ?? least ?? 100, end);
    const isBelow = (most ?? end) < 100;
    return (
        <span className={isBelow ? 'pay-median pay-below' : 'pay-median'}>
            <svg viewBox={`0 0 ${end} 12`} preserveAspectRatio="none" aria-hidden="true">
                <rect className="fit-room" y="4" width={end} height="4" />
                <rect
                    className="pay-range"
                    x={Math.max(from - 3, 0)}
                    y="2"
                    width={Math.max(to - from, 0) + 6}
                    height="8"
                />
                <rect className="pay-middle" x={end / 2 - 1} width="2" height="12" />
            </svg>
            {phrase(against)}
        </span>
    );
}
