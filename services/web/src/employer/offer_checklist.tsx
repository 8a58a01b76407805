import {useEmployerWords} from '../text/later';
import {useText} from '../text/text';
import {Icon, type IconName} from '../ui/icons';
import type {OfferUnderRules} from './api';

type Standing = 'meets' | 'stops' | 'lacks' | 'open';

const icons: Record<Standing, IconName> = {
    meets: 'check',
    stops: 'fail',
    lacks: 'unknown',
    open: 'unknown',
};

/// Under each rule set what an offer on the terms of the posting counts for, and what the posting
/// does not say of what that depends on.
export function OfferChecklist({offer, day}: {offer: OfferUnderRules[]; day: string}) {
    const {format} = useText();
    const words = useEmployerWords();
    if (offer.length === 0) {
        return <p className="quiet">{words.noOffer}</p>;
    }
    return (
        <section className="offer-checklist">
            <h3>{words.offer}</h3>
            <p className="quiet">{words.offerAsOf(format.day(day))}</p>
            <ul className="offer-rules">
                {offer.map((one) => (
                    <li key={one.rules}>
                        <UnderRules offer={one} />
                    </li>
                ))}
            </ul>
        </section>
    );
}

function UnderRules({offer}: {offer: OfferUnderRules}) {
    const {t, format} = useText();
    const words = useEmployerWords();
    const {points, reason, lacks} = offer;
    const standing: Standing = points === null ? 'open' : points === 0 ? 'stops' : 'meets';
    const lines: (readonly [Standing, string])[] = [
        [standing, reason.text],
        ...lacks.map((one) => ['lacks', one.text] as const),
    ];
    return (
        <>
            <h4>
                {t.common.roles[offer.role]}{' '}
                <span className="quiet">
                    {t.common.rulesOf(format.day(offer.rules))}
                    {/^\d{4}-\d\d-\d\d$/.test(offer.rules) ? '' : ` (${offer.rules})`}
                </span>
            </h4>
            <p className="quiet offer-status">{format.days(offer.status_text)}</p>
            <p className={points ? 'figure lift-some' : 'figure'}>
                {points === null ? (
                    <span className="unknown">{words.points.unknown}</span>
                ) : (
                    words.points.known(format.signed(points))
                )}
            </p>
            <ul className="checklist">
                {lines.map(([is, text]) => (
                    <li key={text} className={`clause clause-${is}`}>
                        <Icon name={icons[is]} />
                        <span>
                            <b>{words[is]}</b>
                            {t.common.colon}
                            {text}
                        </span>
                    </li>
                ))}
            </ul>
            {points !== null && points > 0 && lacks.length === 0 && (
                <p className="quiet">{words.all}</p>
            )}
        </>
    );
}
