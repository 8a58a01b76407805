import type {Lift} from '../api/client';
import {useText} from '../text/text';

function Points({lift}: {lift: Lift}) {
    const {t, format} = useText();
    if (lift.points === null) {
        return <span className="unknown">{t.matches.unknownPoints}</span>;
    }
    return <>{format.signed(lift.points)}</>;
}

/// What an offer would add under each rule set, side by side: nobody may leave believing in points
/// that the law does not give today.
export function LiftList({lifts, full = false}: {lifts: Lift[]; full?: boolean}) {
    const {t, format} = useText();
    return (
        <dl className={full ? 'lifts lifts-full' : 'lifts'}>
            {lifts.map((lift) => (
                <div key={lift.rules} className={`lift lift-${lift.role}`}>
                    <dt>
                        {t.common.roles[lift.role]}{' '}
                        <span className="quiet">{format.day(lift.rules)}</span>
                    </dt>
                    <dd className={lift.points ? 'figure lift-some' : 'figure'}>
                        <Points lift={lift} />
                    </dd>
                    <dd className="lift-why">
                        {lift.points
                            ? lift.conditions
                                  .map((one) => t.posting.condition(one.text))
                                  .join('; ') || lift.reason.text
                            : lift.reason.text}
                    </dd>
                    {full && <dd className="lift-status">{format.days(lift.status_text)}</dd>}
                </div>
            ))}
        </dl>
    );
}
