import type {ExplainedMatch} from '../api/client';
import {useText} from '../text/text';
import {bandOf, FitBar} from '../ui/fit_bar';
import {Icon} from '../ui/icons';
import {PartsTable} from '../ui/parts_table';

export function Why({match}: {match: ExplainedMatch}) {
    const {t} = useText();
    const {fit, placed_after} = match;
    const missing = fit.parts.filter((part) => part.move !== null);
    return (
        <section aria-labelledby="why">
            <h2 id="why">{t.posting.why}</h2>
            <div className="why-total">
                <p className="match-fit">
                    <b className="figure">{fit.total}</b>
                    <span>{t.matches.bands[bandOf(fit.total)]}</span>
                </p>
                <FitBar fit={fit} />
            </div>
            {placed_after.map((one) => (
                <p key={one.code} className="placed-after">
                    <Icon name="warn" />
                    <span>
                        {t.matches.placedAfter}
                        {t.common.colon}
                        {one.text}
                        {one.quote && (
                            <>
                                {' '}
                                <q lang={match.posting.text_language}>{one.quote}</q>
                            </>
                        )}
                    </span>
                </p>
            ))}
            <PartsTable parts={fit.parts} />
            <h3>{t.posting.missing}</h3>
            {missing.length === 0 ? (
                <p className="quiet">{t.posting.missingNone}</p>
            ) : (
                <ul className="notes">
                    {missing.map((part) => (
                        <li key={part.part}>
                            <b>{t.parts[part.part]}</b>
                            {t.common.colon}
                            {part.move}
                        </li>
                    ))}
                </ul>
            )}
        </section>
    );
}
