import type {Projection} from '../api/client';
import {ScoreCurve} from '../charts/score_curve';
import {usePlanWords} from '../text/later';
import {useText} from '../text/text';

type Points = Projection['months'][number]['totals'];

const under = (points: Points | undefined, rules: string) =>
    points?.find((one) => one.rules === rules)?.points ?? null;

/// Where the plan leads, under each rule set, and what makes every step of it.
export function Result({projection, working}: {projection: Projection; working: boolean}) {
    const {t, format} = useText();
    const words = usePlanWords();
    const roles = t.common.roles as Record<string, string>;
    const {months, rules, basis, deadlines, notes} = projection;
    const [first, last] = [months[0], months.at(-1)];
    const say = (points: number | null, write = format.number) =>
        points === null ? <span className="unknown">{t.common.unknown}</span> : write(points);
    const score = under(last?.totals, basis);
    const events = months.flatMap((month) => month.events);
    if (!first || !last) {
        return null;
    }
    return (
        <>
            <h3>{words.result}</h3>
            <p role="status" className="plan-said">
                {working
                    ? words.working
                    : words.said(
                          score === null ? t.common.unknown : format.number(score),
                          format.day(last.date),
                      )}
            </p>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
            <div className="table-frame" role="group" aria-label={words.result} tabIndex={0}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.rules}</th>
                            <th scope="col" className="number">
                                {words.now}
                            </th>
                            <th scope="col" className="number">
                                {words.onDay(format.day(last.date))}
                            </th>
                            <th scope="col" className="number">
                                {words.difference}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {rules.map(({rules: name, role, status_text}) => {
                            const [before, after] = [
                                under(first.totals, name),
                                under(last.totals, name),
                            ];
                            const gained =
                                before === null || after === null ? null : after - before;
                            return (
                                <tr key={name}>
                                    <th scope="row">
                                        {roles[role]}
                                        <span className="hint">
                                            {' '}
                                            {t.common.rulesOf(format.day(name))};{' '}
                                            {format.days(status_text)}
                                        </span>
                                    </th>
                                    <td className="number">{say(before)}</td>
                                    <td className="number">
                                        <b>{say(after)}</b>
                                    </td>
                                    <td
                                        className={
                                            gained !== null && gained > 0
                                                ? 'number gained'
                                                : 'number'
                                        }
                                    >
                                        {say(gained, format.signed)}
                                    </td>
                                </tr>
                            );
                        })}
                    </tbody>
                </table>
            </div>
            <ScoreCurve points={months} label={words.curve} />
            <h3>{words.events}</h3>
            {events.length === 0 ? (
                <p className="quiet">{words.eventsNone}</p>
            ) : (
                <ol className="plan-events">
                    {events.map((event) => (
                        <li key={event.date + event.reason.text}>
                            <span className="quiet">{format.day(event.date)}</span>
                            <span>{format.days(event.reason.text)}</span>
                            <span className="number">
                                {say(under(event.points, basis), format.signed)}
                                <span className="hidden-text"> {words.points}</span>
                            </span>
                        </li>
                    ))}
                </ol>
            )}
            {deadlines.length > 0 && (
                <>
                    <h3>{words.deadlines}</h3>
                    <ul className="notes">
                        {deadlines.map((one) => (
                            <li key={one.reason.text}>{format.days(one.reason.text)}</li>
                        ))}
                    </ul>
                </>
            )}
            {notes.length > 0 && (
                <ul className="notes">
                    {notes.map((note) => (
                        <li key={note.code + note.text}>{format.days(note.text)}</li>
                    ))}
                </ul>
            )}
        </>
    );
}
