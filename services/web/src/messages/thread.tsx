import {useQueryClient} from '@tanstack/react-query';
import {useEffect} from 'react';

import {client, done} from '../api/client';
import {Link, useHref} from '../router';
import {useMessageWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {useMessages} from './queries';
import {WriteMessage} from './write';

/// What a person and a firm wrote to each other, the oldest first; seeing it is reading it. `from`:
/// who is on the other side.
export function ThreadWith(properties: {
    candidate: string;
    firm: string;
    name: string;
    from: 'advisor' | 'candidate';
    canWrite: boolean;
    closed: string;
}) {
    const {candidate, firm, name, from, canWrite, closed} = properties;
    const {format, t} = useText();
    const words = useMessageWords();
    const href = useHref();
    const queries = useQueryClient();
    const messages = useMessages(candidate, firm);
    const items = messages.data?.pages.flatMap((page) => page.items) ?? [];
    const unread = items.find((message) => !message.by.you && message.by.role === from)?.id;
    useEffect(() => {
        if (unread !== undefined) {
            const params = {path: {candidate, firm}};
            const body = {up_to: unread};
            done(client.PUT('/v1/messages/{candidate}/{firm}/read', {params, body}))
                .then(() => queries.invalidateQueries({queryKey: ['account', 'threads']}))
                .catch(() => undefined); // Marked when it is seen again.
        }
    }, [candidate, firm, unread, queries]);
    if (messages.isPending) {
        return <Loading />;
    }
    if (messages.isError) {
        return <Failure error={messages.error} again={messages.refetch} />;
    }
    return (
        <section className="panel">
            <h2 dir="auto" className={from === 'candidate' ? 'hidden-text' : undefined}>
                {words.with(name)}
            </h2>
            {messages.hasNextPage && (
                <div className="actions">
                    <button
                        type="button"
                        className="button"
                        onClick={() => void messages.fetchNextPage()}
                    >
                        {words.earlier}
                    </button>
                </div>
            )}
            {items.length === 0 && <p className="quiet">{words.empty}</p>}
            <ol className="thread">
                {[...items].reverse().map((message) => (
                    <li key={message.id} className={message.by.you ? 'message own' : 'message'}>
                        <p className="quiet">
                            <b>
                                {message.by.you
                                    ? words.you
                                    : (message.by.firm ?? (from === 'advisor' ? words.them : name))}
                            </b>
                            ,{' '}
                            <time dateTime={message.made_at}>{format.moment(message.made_at)}</time>
                            {message.by.you && message.read && `, ${words.read}`}
                        </p>
                        {message.posting_id && (
                            <p className="quiet">
                                {words.about}
                                {t.common.colon}
                                <Link href={href(`/postings/${message.posting_id}`)}>
                                    {message.title ?? message.posting_id}
                                </Link>
                            </p>
                        )}
                        <p className="message-words" dir="auto">
                            {message.words}
                        </p>
                    </li>
                ))}
            </ol>
            {canWrite ? (
                <WriteMessage candidate={candidate} firm={firm} label={words.words} />
            ) : (
                <p className="quiet">{closed}</p>
            )}
        </section>
    );
}
