import {useInfiniteQuery} from '@tanstack/react-query';

import {answered, client} from '../api/client';
import {usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';

/// Each time somebody else saw something of the person.
export function Views({candidate}: {candidate: string}) {
    const {format} = useText();
    const words = usePrivacyWords();
    const say = words.views;
    const views = useInfiniteQuery({
        queryKey: ['account', 'views', candidate],
        queryFn: ({signal, pageParam}) =>
            answered(
                client.GET('/v1/candidates/{id}/views', {
                    params: {
                        path: {id: candidate},
                        query: pageParam === null ? {limit: 20} : {limit: 20, cursor: pageParam},
                    },
                    signal,
                }),
            ),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.next_cursor,
    });
    const items = views.data?.pages.flatMap((page) => page.items);
    return (
        <section className="panel">
            <h2>{say.title}</h2>
            {views.isPending && <Loading />}
            {views.isError && <Failure error={views.error} again={views.refetch} />}
            {items?.length === 0 && <p className="quiet">{say.none}</p>}
            <ul className="records">
                {items?.map((view) => (
                    <li key={view.id}>
                        <div>
                            <b dir="auto">{view.viewer_name ?? say.viewers[view.viewer]}</b>{' '}
                            {say.what[view.what]}
                            {view.title && <>{`, ${view.title}`}</>}
                            {view.fit !== null && <>{`, ${say.fit(view.fit)}`}</>}
                        </div>
                        <time className="quiet" dateTime={view.seen_at}>
                            {format.moment(view.seen_at)}
                        </time>
                    </li>
                ))}
            </ul>
            {views.hasNextPage && (
                <div className="actions">
                    <button
                        type="button"
                        className="button"
                        aria-disabled={views.isFetchingNextPage}
                        onClick={() => void views.fetchNextPage()}
                    >
                        {words.loadMore}
                    </button>
                </div>
            )}
        </section>
    );
}
