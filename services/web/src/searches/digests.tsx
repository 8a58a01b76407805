import {useState} from 'react';

import {Link, useHref} from '../router';
import {useSearchWords} from '../text/later';
import {useText} from '../text/text';
import {LiftList} from '../ui/lift_list';
import {Failure, Loading} from '../ui/states';
import {useDigests, type Digest, type SavedSearch} from './api';

/// What was found for a search, asked for once it is opened.
export function Digests({search}: {search: SavedSearch}) {
    const words = useSearchWords();
    const [open, setOpen] = useState(false);
    return (
        <details className="digests" onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>
                {words.found}
                <span className="hidden-text"> ({search.name})</span>
            </summary>
            {open && <Found id={search.id} />}
        </details>
    );
}

function Found({id}: {id: string}) {
    const {t} = useText();
    const words = useSearchWords();
    const digests = useDigests(id);
    if (digests.isPending) {
        return <Loading />;
    }
    if (digests.isError) {
        return <Failure error={digests.error} again={digests.refetch} />;
    }
    const {pages} = digests.data;
    const all = pages.flatMap((page) => page.items);
    return (
        <>
            {all.length === 0 && <p className="quiet">{words.foundNone}</p>}
            <ol className="digest-list">
                {all.map((digest) => (
                    <li key={digest.id}>
                        <OneDigest digest={digest} />
                    </li>
                ))}
            </ol>
            {digests.hasNextPage && (
                <button
                    type="button"
                    className="button"
                    aria-disabled={digests.isFetchingNextPage}
                    onClick={() => void digests.fetchNextPage()}
                >
                    {t.matches.more}
                </button>
            )}
            {all.length > 0 && <p className="hint">{pages[0]?.notice}</p>}
        </>
    );
}

function OneDigest({digest}: {digest: Digest}) {
    const {t, format} = useText();
    const words = useSearchWords();
    const href = useHref();
    const {day, matching, postings} = digest;
    return (
        <>
            <h3>
                {format.day(day)} <span className="quiet">{words.counted(matching)}</span>
            </h3>
            <ul>
                {postings.map(({posting_id, title, hiring_organization, fit, lift}) => (
                    <li key={posting_id} className="digest-posting">
                        <div>
                            {title === null ? (
                                <span className="quiet">{words.gone}</span>
                            ) : (
                                <Link href={href(`/postings/${posting_id}`)}>{title}</Link>
                            )}
                            <p className="quiet">
                                {hiring_organization}
                                {fit !== null && ` · ${t.matches.fitSum(fit)}`}
                            </p>
                        </div>
                        {lift.length > 0 && <LiftList lifts={lift} />}
                    </li>
                ))}
            </ul>
        </>
    );
}
