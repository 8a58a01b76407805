import {Link, useHref} from '../router';
import {useReviewWords} from '../text/later';
import {useText} from '../text/text';
import {useQueue, type Waiting} from './api';
import {WaitingList} from './list';

/// Postings that are held back, or that somebody reported.
export function Queue() {
    const words = useReviewWords();
    return (
        <WaitingList
            list={useQueue()}
            label={words.kinds.postings}
            row={(item) => <Row item={item} />}
        />
    );
}

function Row({item}: {item: Waiting}) {
    const {t} = useText();
    const words = useReviewWords();
    const href = useHref();
    const {posting_id, title, hiring_organization, source, held_back, reason, hard_fails, reports} =
        item;
    return (
        <>
            <div>
                <Link href={href(`/review/postings/${posting_id}`)}>
                    <b dir="auto">{title}</b>
                </Link>
                <p className="quiet" dir="auto">
                    {hiring_organization} · {source}
                </p>
                {hard_fails.length > 0 ? (
                    <p>{hard_fails.map((one) => one.title).join('; ')}</p>
                ) : (
                    reason && (
                        <p className="quiet">
                            {words.reason}
                            {t.common.colon}
                            {item.field ? `${item.field}, ` : ''}
                            {reason}
                        </p>
                    )
                )}
            </div>
            <div className="record-side">
                <p className={held_back ? 'state state-held' : 'state'}>
                    {held_back ? words.heldBack : words.served}
                </p>
                {reports > 0 && <p className="quiet">{words.reports(reports)}</p>}
            </div>
        </>
    );
}
