import '../styles/applications.css';

import {useEffect, useRef, useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useSignedIn} from '../account/session';
import {SignedIn} from '../account/signed_in';
import {Link, useHref} from '../router';
import {useOpenRequests} from '../requests/api';
import {useApplicationWords, useRequestWords} from '../text/later';
import {useText} from '../text/text';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {useApplicationActs, useApplications, type Application, type ApplicationState} from './api';
import {dueOf, Moves} from './move';

const columns = [
    ['preparing', ['draft', 'in_review', 'approved']],
    ['sent', ['sent']],
    ['interview', ['interview']],
    ['offer', ['offer']],
    ['ended', ['refused', 'withdrawn']],
] as const satisfies readonly (readonly [string, readonly ApplicationState[]])[];

export default function ApplicationsPage() {
    const words = useApplicationWords();
    usePageTitle(words.title);
    return (
        <SignedIn title={words.title} lead={words.lead} why={words.why}>
            <Board />
        </SignedIn>
    );
}

function Board() {
    const {t, format} = useText();
    const words = useApplicationWords();
    const href = useHref();
    const candidate = useSignedIn()?.candidate;
    const applications = useApplications();
    const [said, setSaid] = useState('');
    const [moved, setMoved] = useState('');
    const board = useRef<HTMLDivElement>(null);
    const items = applications.data?.pages.flatMap((page) => page.items) ?? [];
    const states = items.map(({id, state}) => id + state).join();
    useEffect(() => {
        // A card goes from one column to the other, and the focus with it.
        if (moved !== '') {
            board.current?.querySelector<HTMLElement>(`[data-application="${moved}"] a`)?.focus();
        }
    }, [moved, states]);
    if (applications.isPending) {
        return <Loading />;
    }
    if (applications.isError) {
        return <Failure error={applications.error} again={applications.refetch} />;
    }
    return (
        <div className="applications">
            <p className="hidden-text" role="status">
                {said}
            </p>
            {candidate && <Asked candidate={candidate} />}
            {items.length === 0 ? (
                <Empty title={words.emptyTitle}>
                    <p>{words.empty}</p>
                    <Link className="button button-main" href={href('/matches')}>
                        {words.toMatches}
                    </Link>
                </Empty>
            ) : (
                <div className="board" ref={board}>
                    {columns.map(([name, inside]) => {
                        const cards = items.filter(({state}) =>
                            (inside as readonly ApplicationState[]).includes(state),
                        );
                        return (
                            <section key={name} className="board-column" aria-labelledby={name}>
                                <h2 id={name}>
                                    {words.columns[name]}{' '}
                                    <span className="count">{format.number(cards.length)}</span>
                                </h2>
                                <ul>
                                    {cards.map((application) => (
                                        <li key={application.id}>
                                            <Card
                                                application={application}
                                                onMoved={(state) => {
                                                    setMoved(application.id);
                                                    setSaid(
                                                        words.movedTo(
                                                            application.title,
                                                            words.states[state],
                                                        ),
                                                    );
                                                }}
                                            />
                                        </li>
                                    ))}
                                </ul>
                                {cards.length === 0 && <p className="quiet">{words.none}</p>}
                            </section>
                        );
                    })}
                </div>
            )}
            {applications.hasNextPage && (
                <button
                    type="button"
                    className="button"
                    aria-disabled={applications.isFetchingNextPage}
                    onClick={() => void applications.fetchNextPage()}
                >
                    {t.matches.more}
                </button>
            )}
        </div>
    );
}

/// Employers who came by themselves.
function Asked({candidate}: {candidate: string}) {
    const words = useRequestWords();
    const href = useHref();
    const count = useOpenRequests(candidate);
    return count === 0 ? null : (
        <p className="asked">
            <b>{words.waiting(count)}</b>
            <Link className="button" href={href('/requests')}>
                {words.see}
            </Link>
        </p>
    );
}

function Card(properties: {application: Application; onMoved: (state: ApplicationState) => void}) {
    const {application, onMoved} = properties;
    const {format} = useText();
    const words = useApplicationWords();
    const href = useHref();
    const {change} = useApplicationActs();
    const {busy, failure, act} = useAct();
    const {id, title, employer, state, due_on, due_for} = application;
    return (
        <article className="card" data-application={id}>
            <h3>
                <Link href={href(`/applications/${id}`)}>{title}</Link>
            </h3>
            <p className="quiet">{employer}</p>
            <p className={`state state-${state}`}>{words.states[state]}</p>
            {due_on && (
                <p className="due">
                    {words.due(format.day(due_on))} {due_for}
                </p>
            )}
            <details>
                <summary>
                    {words.move}
                    <span className="hidden-text"> ({title})</span>
                </summary>
                <Moves
                    application={application}
                    busy={busy}
                    move={(to) =>
                        void act(async () => {
                            await change(id, {state: to, ...dueOf(application)});
                            onMoved(to);
                        })
                    }
                />
                <Refused error={failure} />
            </details>
        </article>
    );
}
