import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {LinesField} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {useUnsent} from '../ui/unsent';
import {useApplicationActs, useEvents, type Event} from './api';

/// What became of it, the newest first, and what was said about it.
export function History({id}: {id: string}) {
    const {t} = useText();
    const words = useApplicationWords();
    const events = useEvents(id);
    return (
        <section aria-labelledby="history">
            <h2 id="history">{words.history}</h2>
            <CommentForm id={id} />
            {events.isPending ? (
                <Loading />
            ) : events.isError ? (
                <Failure error={events.error} again={events.refetch} />
            ) : (
                <ol className="events">
                    {events.data.pages
                        .flatMap((page) => page.items)
                        .map((event) => (
                            <li key={event.id}>
                                <OneEvent event={event} />
                            </li>
                        ))}
                </ol>
            )}
            {events.hasNextPage && (
                <button
                    type="button"
                    className="button"
                    aria-disabled={events.isFetchingNextPage}
                    onClick={() => void events.fetchNextPage()}
                >
                    {t.matches.more}
                </button>
            )}
        </section>
    );
}

function OneEvent({event}: {event: Event}) {
    const {format} = useText();
    const words = useApplicationWords();
    const {by, state, due_on, due_for, words: said, made_at} = event;
    const who = by.you ? words.you : (by.firm ?? words.parties[by.role]);
    return (
        <>
            <p className="quiet">
                <time dateTime={made_at}>{format.day(made_at)}</time> · {who}
            </p>
            {state && <p className={`state state-${state}`}>{words.states[state]}</p>}
            {due_on && (
                <p>
                    {words.due(format.day(due_on))} {due_for}
                </p>
            )}
            {said && <p className="said">{said}</p>}
        </>
    );
}

function CommentForm({id}: {id: string}) {
    const words = useApplicationWords();
    const {comment} = useApplicationActs();
    const {busy, failure, act} = useAct();
    const {value: text, set: setText, drop} = useUnsent(`comment/${id}`, () => '');
    const [key, setKey] = useState(() => crypto.randomUUID()); // Sent twice, it is said once.
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                void act(async () => {
                    await comment(id, text.trim(), key);
                    drop('');
                    setKey(crypto.randomUUID());
                });
            }}
        >
            <LinesField
                label={words.comment}
                hint={words.commentHint}
                value={text}
                onChange={setText}
            />
            <Refused error={failure} />
            <div className="actions">
                <button
                    type="submit"
                    className="button"
                    aria-disabled={busy}
                    disabled={text.trim() === ''}
                >
                    {words.commentSend}
                </button>
            </div>
        </form>
    );
}
