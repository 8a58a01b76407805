import type {Application} from '../applications/api';
import {Link, useHref} from '../router';
import {useAdvisorWords, useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {useNameOf} from './named';

export const today = () => new Date().toISOString().slice(0, 10);

/// Applications in the order in which they are given, with what is due.
export function ApplicationList({items, label}: {items: Application[]; label: string}) {
    const {format} = useText();
    const words = useAdvisorWords();
    const {states, due} = useApplicationWords();
    const href = useHref();
    const nameOf = useNameOf();
    return (
        <ul className="records panel" aria-label={label}>
            {items.map((one) => (
                <li key={one.id}>
                    <div>
                        <Link href={href(`/applications/${one.id}`)}>
                            <b dir="auto">{one.title}</b>
                        </Link>
                        <p className="quiet" dir="auto">
                            {one.employer} · {nameOf(one)}
                        </p>
                        {one.due_on && (
                            <p className={one.due_on < today() ? 'overdue' : 'due'} dir="auto">
                                {due(format.day(one.due_on))} {one.due_for}
                                {one.due_on < today() && ` (${words.overdue})`}
                            </p>
                        )}
                    </div>
                    <div className="record-side">
                        <p className={`state state-${one.state}`}>{states[one.state]}</p>
                        <p className="quiet">{words.changed(format.day(one.changed_at))}</p>
                    </div>
                </li>
            ))}
        </ul>
    );
}
