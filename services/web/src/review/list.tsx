import type {InfiniteData, UseInfiniteQueryResult} from '@tanstack/react-query';
import type {ReactNode} from 'react';

import {useReviewWords} from '../text/later';
import {useText} from '../text/text';
import {Empty, Failure, Loading} from '../ui/states';

interface Page<Item> {
    items: Item[];
}

/// A list of what waits, page by page.
export function WaitingList<Item extends {id?: string; posting_id: string}>(properties: {
    list: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
    label: string;
    row: (item: Item) => ReactNode;
}) {
    const {list, label, row} = properties;
    const {t} = useText();
    const words = useReviewWords();
    if (list.isPending) {
        return <Loading />;
    }
    if (list.isError) {
        return <Failure error={list.error} again={list.refetch} />;
    }
    const items = list.data.pages.flatMap((page) => page.items);
    if (items.length === 0) {
        return (
            <Empty title={words.noneTitle}>
                <p>{words.none}</p>
            </Empty>
        );
    }
    return (
        <>
            <ul className="records panel" aria-label={label}>
                {items.map((item) => (
                    <li key={item.id ?? item.posting_id}>{row(item)}</li>
                ))}
            </ul>
            {list.hasNextPage && (
                <div className="actions">
                    <button
                        type="button"
                        className="button"
                        aria-disabled={list.isFetchingNextPage}
                        onClick={() => void list.fetchNextPage()}
                    >
                        {t.matches.more}
                    </button>
                </div>
            )}
        </>
    );
}
