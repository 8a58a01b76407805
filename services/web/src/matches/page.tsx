import {lazy, Suspense, useDeferredValue, useMemo, useRef, useState} from 'react';

import {Refusal} from '../api/client';
import {useMatches} from '../api/queries';
import {useProfile} from '../profile/store';
import {Link, useHref, useRouter} from '../router';
import {RuleScores} from '../score/rule_scores';
import {useText} from '../text/text';
import {Boundary} from '../ui/boundary';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {Comparison} from './compare';
import {Controls} from './controls';
import {Facets} from './facets';
import {isThere, readFilters, writeFilters, type Filters} from './filters';
import {MatchList} from './list';
import {useMarks} from './marks';
import {QueryBox} from './query_box';

const MatchMap = lazy(() => import('../map/map'));

export default function MatchesPage() {
    const {t} = useText();
    const href = useHref();
    const {candidate} = useProfile();
    usePageTitle(t.matches.title);
    return candidate ? (
        <Ranked />
    ) : (
        <>
            <header className="page-head">
                <h1>{t.matches.title}</h1>
            </header>
            <Empty title={t.matches.profileFirst}>
                <p>{t.matches.profileFirstText}</p>
                <Link className="button button-main" href={href('/profile')}>
                    {t.home.start}
                </Link>
            </Empty>
        </>
    );
}

/// What is said of the query alone, beneath its box.
const isAboutQuery = (error: unknown): boolean =>
    error instanceof Refusal && error.status === 400 && error.where === 'q';

function Ranked() {
    const {t, format} = useText();
    const {search, go} = useRouter();
    const href = useHref();
    const filters = readFilters(search);
    const matches = useMatches({order: filters.order, q: filters.q, ...filters.facets});
    const marks = useMarks();
    const queryBox = useRef<HTMLInputElement>(null);
    const [wide] = useState(() => window.matchMedia('(min-width: 64rem)').matches);
    const change = (what: Partial<Filters>) =>
        go(href('/matches', writeFilters({...filters, ...what})), {replace: true});

    const pages = matches.data?.pages;
    // A further page is drawn while the reader goes on, not instead; other matches at once.
    const before = useDeferredValue(pages);
    const drawn = before?.[0] === pages?.[0] ? before : pages;
    const all = useMemo(() => (drawn ?? []).flatMap((page) => page.matches), [drawn]);
    const [first, last] = [pages?.[0], pages?.at(-1)];
    const marked = all.filter(({posting: {id}}) =>
        filters.show === 'saved'
            ? marks.saved.includes(id)
            : marks.hidden.includes(id) === (filters.show === 'hidden'),
    );
    const compared = all.filter((match) => filters.compare.includes(match.posting.id));
    const comparing = filters.view === 'compare' && compared.length > 0;
    const refused = isAboutQuery(matches.error);
    if (matches.isPending) {
        // Nothing that would move when the list comes.
        return (
            <>
                <h1>{t.matches.title}</h1>
                <Loading />
            </>
        );
    }
    return (
        <div className="matches">
            <header className="matches-head">
                <h1>{t.matches.title}</h1>
                {first && (
                    <p className="quiet">
                        {t.matches.live(format.number(first.live), format.day(first.as_of))}
                    </p>
                )}
            </header>
            <aside className="matches-side">
                <details className="filters" open={wide}>
                    <summary>{t.matches.filters}</summary>
                    <Facets numbers={first?.facets ?? null} filters={filters} change={change} />
                </details>
                {first && (
                    <section className="panel your-score">
                        <h2>{t.matches.yourScore}</h2>
                        <RuleScores scores={first.scores} />
                    </section>
                )}
            </aside>
            <div className="matches-list" aria-busy={matches.isPlaceholderData}>
                <QueryBox
                    key={filters.q}
                    box={queryBox}
                    query={filters.q}
                    refused={refused ? (matches.error as Refusal).detail : ''}
                    search={(q) => change({q})}
                />
                <Controls filters={filters} comparing={comparing} change={change} />
                {matches.isError && !matches.isFetchNextPageError ? (
                    !refused && <Failure error={matches.error} again={matches.refetch} />
                ) : comparing ? (
                    <>
                        <div className="controls">
                            <h2>{t.matches.compareTitle}</h2>
                            <button
                                type="button"
                                className="button"
                                onClick={() => change({view: 'list'})}
                            >
                                {t.matches.compareOff}
                            </button>
                        </div>
                        <Comparison
                            matches={compared}
                            onRemove={(id) =>
                                change({compare: filters.compare.filter((one) => one !== id)})
                            }
                        />
                    </>
                ) : (
                    <>
                        {filters.view === 'map' && (
                            <Boundary>
                                <Suspense fallback={<Loading />}>
                                    <MatchMap
                                        matches={marked}
                                        chosen={filters.place}
                                        choose={(place) => change({place})}
                                    />
                                </Suspense>
                            </Boundary>
                        )}
                        {last?.moved && (
                            <p className="placed-after">
                                {t.matches.moved}{' '}
                                <button
                                    type="button"
                                    className="button"
                                    onClick={() => void matches.refetch()}
                                >
                                    {t.matches.anew}
                                </button>
                            </p>
                        )}
                        <MatchList
                            matches={marked.filter((match) => isThere(match, filters.place))}
                            filters={filters}
                            live={first?.live ?? 0}
                            count={{loaded: all.length, all: first?.shown ?? 0}}
                            change={change}
                            focusQuery={() => queryBox.current?.focus()}
                        />
                        {matches.isFetchNextPageError && (
                            <Failure error={matches.error} again={matches.fetchNextPage} />
                        )}
                        {matches.hasNextPage && !matches.isFetchNextPageError && (
                            <button
                                type="button"
                                className="button more"
                                aria-disabled={matches.isFetchingNextPage}
                                onClick={() => {
                                    if (!matches.isFetchingNextPage) {
                                        void matches.fetchNextPage();
                                    }
                                }}
                            >
                                {matches.isFetchingNextPage ? t.common.loading : t.matches.more}
                            </button>
                        )}
                    </>
                )}
            </div>
        </div>
    );
}
