import {useQueryClient} from '@tanstack/react-query';
import {useEffect} from 'react';

import {AccountFrame} from '../account/frame';
import {client, done} from '../api/client';
import {openFirms, useFirmConsents} from '../privacy/firm_consents';
import {Link, useHref} from '../router';
import {useMessageWords, usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {useMessages} from './queries';
import {WriteMessage} from './write';

export default function ThreadPage({firm}: {firm: string}) {
    const words = useMessageWords();
    const href = useHref();
    return (
        <AccountFrame name="messages" title={words.title}>
            {({candidate}) => (
                <>
                    <p>
                        <Link href={href('/messages')}>{words.back}</Link>
                    </p>
                    {candidate && <Thread candidate={candidate} firm={firm} />}
                </>
            )}
        </AccountFrame>
    );
}

/// What a person and a firm wrote to each other, the oldest first; seeing it is reading it.
function Thread({candidate, firm}: {candidate: string; firm: string}) {
    const {format, t} = useText();
    const words = useMessageWords();
    const privacy = usePrivacyWords();
    const href = useHref();
    const queries = useQueryClient();
    const messages = useMessages(candidate, firm);
    const consents = useFirmConsents(candidate);
    const consent = openFirms(consents.data).find((one) => one.firm === firm);
    const items = messages.data?.pages.flatMap((page) => page.items) ?? [];
    const unread = items.find((message) => !message.by.you && message.by.role === 'advisor')?.id;
    useEffect(() => {
        if (unread !== undefined) {
            const params = {path: {candidate, firm}};
            const body = {up_to: unread};
            done(client.PUT('/v1/messages/{candidate}/{firm}/read', {params, body}))
                .then(() => queries.invalidateQueries({queryKey: ['account', 'threads']}))
                .catch(() => undefined); // Marked when it is seen again.
        }
    }, [candidate, firm, unread, queries]);
    const named = consents.data?.items.find((one) => one.firm === firm)?.firm_name;
    const name = named ?? privacy.firms.nameless(firm.slice(0, 8));
    if (messages.isPending || consents.isPending) {
        return <Loading />;
    }
    if (messages.isError) {
        return <Failure error={messages.error} again={messages.refetch} />;
    }
    return (
        <section className="panel">
            <h2 dir="auto">{words.with(name)}</h2>
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
                            <b>{message.by.you ? words.you : (message.by.firm ?? words.them)}</b>,{' '}
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
            {consent ? (
                <WriteMessage candidate={candidate} firm={firm} label={words.words} />
            ) : (
                <p className="quiet">{words.closed}</p>
            )}
        </section>
    );
}
