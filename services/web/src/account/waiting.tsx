import {useThreads} from '../messages/queries';
import {useOpenRequests} from '../requests/api';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';

/// How much there is to answer and to read, beside the way to the account.
export default function Waiting({candidate}: {candidate: string}) {
    const {format} = useText();
    const words = useAccountWords();
    const threads = useThreads(false).data?.pages.flatMap((page) => page.items) ?? [];
    const unread = threads.filter((thread) => thread.unread > 0).length;
    const count = useOpenRequests(candidate) + unread;
    return count === 0 ? null : (
        <span className="badge">
            {format.number(count)}
            <span className="hidden-text"> {words.waiting}</span>
        </span>
    );
}
