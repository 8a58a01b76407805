import {useId, useState} from 'react';

import {useEmployerWords} from '../text/later';
import {useText} from '../text/text';
import {bandOf, FitBar, usePartName} from '../ui/fit_bar';
import {Icon} from '../ui/icons';
import {Of} from '../ui/of';
import {shortAlias} from './alias';
import type {Invitation, ShownCandidate} from './api';
import {InterestDialog} from './interest';
import {Reach} from './reach';

type Part = ShownCandidate['fit']['parts'][number];

/// Somebody without a name: how well they fit and why, what was said of them, and what comes next.
export function CandidateCard(properties: {
    posting: string;
    candidate: ShownCandidate;
    invitation: Invitation | undefined;
}) {
    const {posting, candidate, invitation} = properties;
    const {t, format} = useText();
    const words = useEmployerWords();
    const heading = useId();
    const [deciding, setDeciding] = useState<boolean | null>(null);
    const [saved, setSaved] = useState('');
    const {alias, fit, gaps, interest, agreement} = candidate;
    const say = words.candidates;
    const name = say.name(shortAlias(alias));
    const day = interest && format.day(interest.decided_at);
    return (
        <article className="panel candidate" aria-labelledby={heading}>
            <header>
                <h2 id={heading}>{name}</h2>
                <p className="match-fit">
                    <b className="figure">{fit.total}</b>
                    <span>{t.matches.bands[bandOf(fit.total)]}</span>
                </p>
            </header>
            <FitBar fit={fit} />
            {gaps.length === 0 ? (
                <p className="quiet">{say.noGaps}</p>
            ) : (
                <div>
                    <h3>{say.gaps}</h3>
                    {gaps.map((gap) => (
                        <p key={gap.code} className="placed-after">
                            <Icon name="warn" />
                            <span>{gap.text}</span>
                        </p>
                    ))}
                </div>
            )}
            <details>
                <summary>
                    {say.parts}
                    <Of name={name} />
                </summary>
                <Parts parts={fit.parts} />
            </details>
            <div className="candidate-said">
                <p>
                    {interest ? (
                        <>
                            <b>
                                {interest.interested
                                    ? say.said.yes(day ?? '')
                                    : say.said.no(day ?? '')}
                            </b>
                            {t.common.colon}
                            {interest.reason.text}
                        </>
                    ) : (
                        <span className="quiet">{say.nothingSaid}</span>
                    )}
                </p>
                {interest?.words && (
                    <p className="own-text" dir="auto">
                        <q>{interest.words}</q>
                    </p>
                )}
                <div className="actions">
                    {interest ? (
                        <button
                            type="button"
                            className="button"
                            onClick={() => setDeciding(interest.interested)}
                        >
                            {say.change}
                            <Of name={name} />
                        </button>
                    ) : (
                        [true, false].map((yes) => (
                            <button
                                key={String(yes)}
                                type="button"
                                className="button"
                                onClick={() => setDeciding(yes)}
                            >
                                {yes ? say.yes : say.no}
                                <Of name={name} />
                            </button>
                        ))
                    )}
                    <span role="status" className="quiet">
                        {saved}
                    </span>
                </div>
            </div>
            {deciding !== null && (
                <InterestDialog
                    posting={posting}
                    alias={alias}
                    name={name}
                    begin={{interested: deciding, interest}}
                    onClose={() => setDeciding(null)}
                    onSaid={() => setSaved(say.sent)}
                />
            )}
            <Reach
                posting={posting}
                alias={alias}
                name={name}
                isInterested={interest?.interested === true}
                invitation={invitation}
                agreement={agreement}
            />
        </article>
    );
}

function Parts({parts}: {parts: Part[]}) {
    const nameOf = usePartName();
    const words = useEmployerWords();
    const say = words.candidates;
    return (
        <table className="parts">
            <thead className="hidden-text">
                <tr>
                    <th scope="col">{say.part}</th>
                    <th scope="col">{say.pointsOf}</th>
                    <th scope="col">{say.why}</th>
                </tr>
            </thead>
            <tbody>
                {parts.map((part) => (
                    <tr key={part.part}>
                        <th scope="row">{nameOf(part.part)}</th>
                        <td className="part-points">
                            <b>{part.points}</b>
                            <span className="quiet">/{part.max}</span>
                        </td>
                        <td>
                            {[part.reason.text, part.noc && say.noc(part.noc), part.months?.text]
                                .filter(Boolean)
                                .join('; ')}
                        </td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
