import {Link, useHref} from '../router';
import {useReviewWords} from '../text/later';
import {useText} from '../text/text';
import {useClaims, type Claim} from './api';
import {WaitingList} from './list';

/// Employers who say that a posting is theirs.
export function Claims() {
    const words = useReviewWords();
    return (
        <WaitingList
            list={useClaims()}
            label={words.kinds.claims}
            row={(claim) => <Row claim={claim} />}
        />
    );
}

function Row({claim}: {claim: Claim}) {
    const {format} = useText();
    const words = useReviewWords();
    const href = useHref();
    return (
        <>
            <div>
                <Link href={href(`/review/claims/${claim.id}`)}>
                    <b dir="auto">{claim.title ?? words.nameless}</b>
                </Link>
                <p className="quiet" dir="auto">
                    {words.says(
                        claim.employer_name ?? words.nameless,
                        claim.hiring_organization ?? words.nameless,
                    )}
                </p>
            </div>
            <p className="quiet">{words.since(format.day(claim.claimed_at))}</p>
        </>
    );
}
