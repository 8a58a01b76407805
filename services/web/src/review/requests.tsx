import {Link, useHref} from '../router';
import {useReviewWords} from '../text/later';
import {useText} from '../text/text';
import {useRequests} from './api';
import {WaitingList} from './list';

/// Candidates who ask that a person looks again at what an employer said.
export function Requests() {
    const {format} = useText();
    const words = useReviewWords();
    const href = useHref();
    return (
        <WaitingList
            list={useRequests()}
            label={words.kinds.requests}
            row={({id, title, hiring_organization, asked_at}) => (
                <>
                    <div>
                        <Link href={href(`/review/requests/${id}`)}>
                            <b dir="auto">{title ?? words.nameless}</b>
                        </Link>
                        <p className="quiet" dir="auto">
                            {hiring_organization}
                        </p>
                    </div>
                    <p className="quiet">{words.since(format.day(asked_at))}</p>
                </>
            )}
        />
    );
}
