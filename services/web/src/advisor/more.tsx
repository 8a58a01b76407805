import {useAdvisorWords} from '../text/later';
import {useText} from '../text/text';

interface Listed {
    hasNextPage: boolean;
    isFetching: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
    refetch: () => unknown;
    dataUpdatedAt: number;
}

/// Further pages of what is noted as it is read, and reading it anew, both only when asked for.
export function More({list}: {list: Listed}) {
    const {t, format} = useText();
    const words = useAdvisorWords();
    return (
        <div className="actions">
            {list.hasNextPage && (
                <button
                    type="button"
                    className="button"
                    aria-disabled={list.isFetchingNextPage}
                    onClick={() => void list.fetchNextPage()}
                >
                    {t.matches.more}
                </button>
            )}
            <button
                type="button"
                className="button button-quiet"
                aria-disabled={list.isFetching}
                onClick={() => void list.refetch()}
            >
                {words.readAgain}
            </button>
            <p className="quiet" role="status">
                {words.readAt(format.moment(new Date(list.dataUpdatedAt).toISOString()))}
            </p>
        </div>
    );
}
