import {useRef, useState} from 'react';

import {orders, useFound, useMatches} from '../api/queries';
import {useProfile} from '../profile/store';
import {Link, useHref, useRouter} from '../router';
import {RuleScores} from '../score/rule_scores';
import {useText} from '../text/text';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {Comparison} from './compare';
import {Facets} from './facets';
import {readFilters, shows, writeFilters, type Filters} from './filters';
import {MatchList} from './list';
import {useMarks} from './marks';
import {QueryBox} from './query_box';

export default function MatchesPage() {
    const {t} = useText();
    const href = useHref();
    const {candidate} = useProfile();
    usePageTitle(t.matches.title);
    return candidate ? (
        <Ranked />
    ) : (
        <>
            <h1>{t.matches.title}</h1>
            <Empty title={t.matches.profileFirst}>
                <p>{t.matches.profileFirstText}</p>
                <Link className="button button-main" href={href('/profile')}>
                    {t.home.start}
                </Link>
            </Empty>
        </>
    );
}

function Ranked() {
    const {t, format} = useText();
    const {search, go} = useRouter();
    const href = useHref();
    const filters = readFilters(search);
    const matches = useMatches(filters.order, filters.limit);
    const found = useFound(filters.q);
    const marks = useMarks();
    const queryBox = useRef<HTMLInputElement>(null);
    const [wide] = useState(() => window.matchMedia('(min-width: 64rem)').matches);
    const change = (what: Partial<Filters>) =>
        go(href('/matches', writeFilters({...filters, ...what})), {replace: true});

    const all = matches.data?.matches ?? [];
    const ids = found.data;
    const shown = all.filter(({posting: {id}}) => {
        const hidden = marks.hidden.includes(id);
        const kept =
            filters.show === 'saved'
                ? marks.saved.includes(id)
                : hidden === (filters.show === 'hidden');
        return kept && (filters.q === '' || (ids?.has(id) ?? false));
    });
    const compared = all.filter((match) => filters.compare.includes(match.posting.id));
    const comparing = filters.comparing && compared.length > 0;
    const {data} = matches;
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
                {data && (
                    <p className="quiet">
                        {t.matches.live(format.number(data.live), format.day(data.as_of))}
                        {data.live > all.length && `. ${t.matches.among(all.length, data.live)}`}
                    </p>
                )}
            </header>
            <aside className="matches-side">
                <details className="filters" open={wide}>
                    <summary>{t.matches.filters}</summary>
                    <Facets matches={shown} filters={filters} change={change} />
                </details>
                {data && (
                    <section className="panel your-score">
                        <h2>{t.matches.yourScore}</h2>
                        <RuleScores scores={data.scores} />
                    </section>
                )}
            </aside>
            <div className="matches-list">
                <QueryBox
                    key={filters.q}
                    box={queryBox}
                    query={filters.q}
                    failure={found.error}
                    search={(q) => change({q})}
                />
                <div className="controls">
                    <label className="inline-field">
                        <span>{t.matches.order}</span>
                        <select
                            value={filters.order}
                            onChange={(event) => change({order: readOrder(event.target.value)})}
                        >
                            {orders.map((order) => (
                                <option key={order} value={order}>
                                    {t.matches.orders[order]}
                                </option>
                            ))}
                        </select>
                    </label>
                    <label className="inline-field">
                        <span>{t.matches.showLabel}</span>
                        <select
                            value={filters.show}
                            onChange={(event) =>
                                change({
                                    show: shows.find((one) => one === event.target.value) ?? 'all',
                                })
                            }
                        >
                            {shows.map((show) => (
                                <option key={show} value={show}>
                                    {t.matches.show[show]}
                                </option>
                            ))}
                        </select>
                    </label>
                </div>
                {filters.q !== '' && found.isPending ? (
                    <Loading />
                ) : matches.isError ? (
                    <Failure error={matches.error} again={matches.refetch} />
                ) : comparing ? (
                    <>
                        <div className="controls">
                            <h2>{t.matches.compareTitle}</h2>
                            <button
                                type="button"
                                className="button"
                                onClick={() => change({comparing: false})}
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
                    <MatchList
                        matches={shown}
                        filters={filters}
                        live={matches.data.live}
                        loaded={all.length}
                        change={change}
                        focusQuery={() => queryBox.current?.focus()}
                    />
                )}
            </div>
        </div>
    );
}

const readOrder = (value: string) => orders.find((one) => one === value) ?? 'fit';
