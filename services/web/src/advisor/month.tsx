import {useEffect} from 'react';

import {Link, useHref} from '../router';
import {useAdvisorWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {Agenda} from './agenda';
import {itemsOf, useDays} from './api';
import {today} from './application_list';
import {More} from './more';

const dayLength = 24 * 60 * 60 * 1000;
const isoOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/// Weeks from Sunday on, as calendars in Canada have them; '' where it is another month.
function weeksOf(month: string): string[][] {
    const first = Date.parse(`${month}-01`);
    const start = first - new Date(first).getUTCDay() * dayLength;
    const weeks: string[][] = [];
    for (let week = start; isoOf(week).slice(0, 7) <= month; week += 7 * dayLength) {
        weeks.push(
            Array.from({length: 7}, (_, place) => isoOf(week + place * dayLength)).map((day) =>
                day.startsWith(month) ? day : '',
            ),
        );
    }
    return weeks;
}

function monthFrom(month: string, by: number): string {
    const [year = 0, number = 1] = month.split('-').map(Number);
    return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/// A month at a glance, and what falls due in it.
export function MonthOf({month}: {month: string}) {
    const {format} = useText();
    const words = useAdvisorWords();
    const href = useHref();
    const list = useDays(`${month}-01`);
    const {hasNextPage, isFetching, fetchNextPage} = list;
    const all = itemsOf(list.data);
    const inside = all.filter(({due_on}) => due_on.startsWith(month));
    const reachesEnd = (all.at(-1)?.due_on.slice(0, 7) ?? '') > month;
    useEffect(() => {
        if (hasNextPage && !isFetching && !reachesEnd) {
            void fetchNextPage(); // Until the month is whole.
        }
    }, [hasNextPage, isFetching, reachesEnd, fetchNextPage]);
    if (list.isError) {
        return <Failure error={list.error} again={list.refetch} />;
    }
    const address = (by: number) => href('/days', {view: 'month', month: monthFrom(month, by)});
    return (
        <>
            <div className="actions">
                <Link className="button" href={address(-1)}>
                    {words.before}
                </Link>
                <h2 id="month">{format.month(`${month}-01`)}</h2>
                <Link className="button" href={address(1)}>
                    {words.after}
                </Link>
            </div>
            {list.isPending ? (
                <Loading />
            ) : (
                <div className="month-view">
                    <Grid month={month} counts={inside.map(({due_on}) => due_on)} />
                    <div>
                        {inside.length === 0 ? <p>{words.monthNone}</p> : <Agenda days={inside} />}
                        <More list={{...list, hasNextPage: false}} />
                    </div>
                </div>
            )}
        </>
    );
}

function Grid({month, counts}: {month: string; counts: string[]}) {
    const {lang, format} = useText();
    const words = useAdvisorWords();
    const weeks = weeksOf(month);
    const weekday = (style: 'short' | 'long', place: number) =>
        new Intl.DateTimeFormat(`${lang}-CA`, {weekday: style, timeZone: 'UTC'}).format(
            Date.UTC(2026, 10, 1 + place), // A Sunday.
        );
    return (
        <table className="month" aria-labelledby="month">
            <thead>
                <tr>
                    {Array.from({length: 7}, (_, place) => (
                        <th key={place} scope="col" abbr={weekday('long', place)}>
                            {weekday('short', place)}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {weeks.map((week, row) => (
                    <tr key={row}>
                        {week.map((day, place) => {
                            const count = counts.filter((one) => one === day).length;
                            return (
                                <td key={place} aria-current={day === today() ? 'date' : undefined}>
                                    {day !== '' && count > 0 ? (
                                        <a href={`#day-${day}`}>
                                            <span aria-hidden="true">{Number(day.slice(8))}</span>
                                            <b aria-hidden="true" className="badge">
                                                {count}
                                            </b>
                                            <span className="hidden-text">
                                                {words.dueCount(format.day(day), count)}
                                            </span>
                                        </a>
                                    ) : (
                                        day !== '' && Number(day.slice(8))
                                    )}
                                </td>
                            );
                        })}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
