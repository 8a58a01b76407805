import '../styles/applications.css';
import '../styles/advisor.css';

import {Link, useHref, useRouter} from '../router';
import {useAdvisorWords} from '../text/later';
import {useText} from '../text/text';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {Agenda} from './agenda';
import {itemsOf, useDays} from './api';
import {today} from './application_list';
import {MonthOf} from './month';
import {More} from './more';
import {NotFound} from '../ui/not_found';

/// `days`; `view=month&month=2026-12` in the address shows a month.
export default function DaysSection({rest}: {rest: string[]}) {
    const {t} = useText();
    const words = useAdvisorWords();
    const href = useHref();
    const {search} = useRouter();
    const isMonth = search.get('view') === 'month';
    const asked = search.get('month') ?? '';
    const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : today().slice(0, 7);
    const [title] = t.sections.days;
    usePageTitle(title);
    if (rest.length > 0) {
        return <NotFound />;
    }
    return (
        <div className="work">
            <header>
                <h1>{title}</h1>
                <p className="lead">{words.daysLead}</p>
                <nav className="steps" aria-label={words.daysViews}>
                    <ol>
                        <li>
                            <Link href={href('/days')} aria-current={isMonth ? undefined : 'page'}>
                                {words.agenda}
                            </Link>
                        </li>
                        <li>
                            <Link
                                href={href('/days', {view: 'month'})}
                                aria-current={isMonth ? 'page' : undefined}
                            >
                                {words.month}
                            </Link>
                        </li>
                    </ol>
                </nav>
            </header>
            {isMonth ? <MonthOf key={month} month={month} /> : <Coming />}
        </div>
    );
}

function Coming() {
    const words = useAdvisorWords();
    const list = useDays(today());
    const days = itemsOf(list.data);
    if (list.isPending) {
        return <Loading />;
    }
    if (list.isError) {
        return <Failure error={list.error} again={list.refetch} />;
    }
    return (
        <>
            {days.length === 0 ? (
                <Empty title={words.daysNoneTitle}>
                    <p>{words.daysNone}</p>
                </Empty>
            ) : (
                <Agenda days={days} />
            )}
            <More list={list} />
        </>
    );
}
