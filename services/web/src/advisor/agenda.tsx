import {Link, useHref} from '../router';
import {useAdvisorWords} from '../text/later';
import {useText} from '../text/text';
import type {Day} from './api';
import {today} from './application_list';
import {useNameOf} from './named';

/// Day by day, each with what falls due on it.
export function Agenda({days}: {days: Day[]}) {
    const {format} = useText();
    const words = useAdvisorWords();
    const byDay = [...new Set(days.map(({due_on}) => due_on))].map(
        (day) => [day, days.filter(({due_on}) => due_on === day)] as const,
    );
    return (
        <ol className="agenda">
            {byDay.map(([day, items]) => (
                <li key={day}>
                    <h2 id={`day-${day}`} tabIndex={-1} className={day < today() ? 'overdue' : ''}>
                        <time dateTime={day}>{format.day(day)}</time>
                        {day === today() && <span className="quiet"> {words.isToday}</span>}
                    </h2>
                    <ul>
                        {items.map((one) => (
                            <li key={one.id}>
                                <Due one={one} />
                            </li>
                        ))}
                    </ul>
                </li>
            ))}
        </ol>
    );
}

function Due({one}: {one: Day}) {
    const {format} = useText();
    const href = useHref();
    const nameOf = useNameOf();
    return (
        <>
            <p dir="auto">{format.days(one.words)}</p>
            <p className="quiet" dir="auto">
                <Link href={href(`/caseload/${one.candidate}`)}>{nameOf(one)}</Link> ·{' '}
                <Link href={href(`/applications/${one.application}`)}>{one.title}</Link>,{' '}
                {one.employer}
            </p>
        </>
    );
}
