import {useOperatorWords} from '../text/later';

/// The next page of a list, where there is one.
export function More(properties: {
    list: {hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown};
    label?: string;
}) {
    const {list, label} = properties;
    const words = useOperatorWords();
    return (
        list.hasNextPage && (
            <div className="actions">
                <button
                    type="button"
                    className="button"
                    aria-disabled={list.isFetchingNextPage}
                    onClick={() => void list.fetchNextPage()}
                >
                    {label ?? words.more}
                </button>
            </div>
        )
    );
}
