import '../styles/advisor.css';

import {useQueryClient} from '@tanstack/react-query';

import {useSignedIn} from '../account/session';
import {useThreads} from '../messages/queries';
import {ThreadWith} from '../messages/thread';
import {Link, useHref} from '../router';
import {useAdvisorWords, useMessageWords} from '../text/later';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import type {Client} from './api';
import {useNameOf} from './named';
import {NotFound} from '../ui/not_found';

/// `messages`, `messages/{candidate}`.
export default function MessagesSection({rest}: {rest: string[]}) {
    const [candidate = ''] = rest;
    const firm = useSignedIn()?.account.firm_id ?? null;
    const words = useAdvisorWords();
    if (firm === null) {
        return (
            <Empty page title={words.noFirm}>
                {null}
            </Empty>
        );
    }
    if (rest.length === 0) {
        return <Threads />;
    }
    if (rest.length === 1 && /^[0-9a-f-]{36}$/.test(candidate)) {
        return <WithCandidate key={candidate} candidate={candidate} firm={firm} />;
    }
    return <NotFound />;
}

function Threads() {
    const {t, format} = useText();
    const words = useMessageWords();
    const advisor = useAdvisorWords();
    const href = useHref();
    const nameOf = useNameOf();
    const threads = useThreads(true);
    const [title] = t.sections.messages;
    usePageTitle(title);
    const items = threads.data?.pages.flatMap((page) => page.items) ?? [];
    return (
        <div className="work">
            <h1>{title}</h1>
            {threads.isPending ? (
                <Loading />
            ) : threads.isError ? (
                <Failure error={threads.error} again={threads.refetch} />
            ) : items.length === 0 ? (
                <Empty title={advisor.threadsNoneTitle}>
                    <p>{advisor.threadsNone}</p>
                    <Link className="button" href={href('/caseload')}>
                        {t.sections.caseload[0]}
                    </Link>
                </Empty>
            ) : (
                <ul className="records panel" aria-label={title}>
                    {items.map((thread) => (
                        <li key={thread.candidate}>
                            <div>
                                <Link href={href(`/messages/${thread.candidate}`)}>
                                    <b dir="auto">{nameOf(thread)}</b>
                                </Link>
                                <p className="quiet">
                                    {words.lastAt(format.moment(thread.last_at))}
                                    {!thread.open && ` · ${advisor.threadClosed}`}
                                </p>
                            </div>
                            {thread.unread > 0 && (
                                <span className="badge">{words.unread(thread.unread)}</span>
                            )}
                        </li>
                    ))}
                </ul>
            )}
            {threads.hasNextPage && (
                <button
                    type="button"
                    className="button"
                    onClick={() => void threads.fetchNextPage()}
                >
                    {t.matches.more}
                </button>
            )}
        </div>
    );
}

function WithCandidate({candidate, firm}: {candidate: string; firm: string}) {
    const words = useMessageWords();
    const advisor = useAdvisorWords();
    const href = useHref();
    const nameOf = useNameOf();
    const threads = useThreads(true);
    const known = useNameInCaseload(candidate);
    const thread = threads.data?.pages
        .flatMap((page) => page.items)
        .find((one) => one.candidate === candidate);
    const name = nameOf({candidate, name: thread?.name ?? known});
    usePageTitle(words.with(name));
    return (
        <div className="work account">
            <header>
                <Link className="back" href={href('/messages')}>
                    <Icon name="back" />
                    {words.back}
                </Link>
                <h1 dir="auto">{words.with(name)}</h1>
                <p>
                    <Link href={href(`/caseload/${candidate}`)}>{advisor.toPerson}</Link>
                </p>
            </header>
            {threads.isPending ? (
                <Loading />
            ) : (
                <ThreadWith
                    candidate={candidate}
                    firm={firm}
                    name={name}
                    from="candidate"
                    canWrite={thread?.open ?? true}
                    closed={advisor.writingClosed}
                />
            )}
        </div>
    );
}

/// Only where the caseload has been read already: it is not read for a name.
function useNameInCaseload(candidate: string): string | null {
    const pages = useQueryClient().getQueryData<{pages: {items: Client[]}[]}>([
        'advisor',
        'candidates',
    ])?.pages;
    const people = pages?.flatMap(({items}) => items);
    return people?.find((one) => one.candidate === candidate)?.name ?? null;
}
