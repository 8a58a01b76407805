import {useMemo, useRef, useState} from 'react';

import type {RankedMatch} from '../api/client';
import {useText} from '../text/text';
import {Empty} from '../ui/states';
import {useSteady} from '../ui/steady';
import {comparedMax, type Filters} from './filters';
import {setMark, useMarks} from './marks';
import {Row} from './row';
import {Shortcuts, type Action} from './shortcuts';

export function MatchList(properties: {
    matches: RankedMatch[];
    filters: Filters;
    live: number;
    count: {loaded: number; all: number};
    change: (what: Partial<Filters>) => void;
    focusQuery: () => void;
}) {
    const {matches: shown, filters, live, count, change, focusQuery} = properties;
    const {t} = useText();
    const marks = useMarks();
    const marked = useMemo(
        () => ({
            viewed: new Set(marks.viewed),
            saved: new Set(marks.saved),
            hidden: new Set(marks.hidden),
        }),
        [marks],
    );
    const list = useRef<HTMLOListElement>(null);
    const [said, setSaid] = useState<{text: string; undo?: () => void} | null>(null);

    const toggleCompared = ({posting: {id}}: RankedMatch) => {
        const others = filters.compare.filter((one) => one !== id);
        if (others.length < filters.compare.length) {
            change({compare: others});
        } else if (others.length < comparedMax) {
            change({compare: [...others, id]});
        } else {
            setSaid({text: t.matches.compareFull});
        }
    };
    const toggleHidden = (match: RankedMatch) => {
        const {id, title} = match.posting;
        const hide = !marks.hidden.includes(id);
        const next = shown[shown.indexOf(match) + 1] ?? shown[shown.indexOf(match) - 1];
        focusRow(next?.posting.id); // Before this row goes and takes the focus with it.
        setMark('hidden', id, hide);
        setSaid(
            hide
                ? {text: t.matches.hiddenNow(title), undo: () => setMark('hidden', id, false)}
                : null,
        );
    };
    const focusRow = (id: string | undefined) =>
        list.current?.querySelector<HTMLElement>(`[data-posting="${id ?? ''}"] h2 a`)?.focus();
    const act = (action: Action) => {
        if (action === 'search') {
            focusQuery();
            return;
        }
        const focused = document.activeElement?.closest<HTMLElement>('[data-posting]');
        const place = shown.findIndex(({posting}) => posting.id === focused?.dataset['posting']);
        const match = shown[place];
        if (action === 'next' || action === 'previous') {
            const to = action === 'next' ? place + 1 : Math.max(place - 1, 0);
            focusRow(shown[to]?.posting.id);
        } else if (match && action === 'save') {
            setMark('saved', match.posting.id, !marks.saved.includes(match.posting.id));
        } else if (match && action === 'compare') {
            toggleCompared(match);
        } else if (match && action === 'hide') {
            toggleHidden(match);
        } else if (action === 'original') {
            focused?.querySelector<HTMLElement>('[data-original]')?.click();
        }
    };
    const onCompare = useSteady(toggleCompared);
    const onHide = useSteady(toggleHidden);
    return (
        <>
            <div className="list-head">
                <p role="status">{t.matches.shown(shown.length, count.loaded, count.all)}</p>
                <Shortcuts act={act} />
            </div>
            {shown.length === 0 ? (
                <Nothing found={count.all} filters={filters} live={live} />
            ) : (
                <ol className="match-list" ref={list}>
                    {shown.map((match) => {
                        const {id} = match.posting;
                        return (
                            <li key={id}>
                                <Row
                                    match={match}
                                    viewed={marked.viewed.has(id)}
                                    saved={marked.saved.has(id)}
                                    hidden={marked.hidden.has(id)}
                                    compared={filters.compare.includes(id)}
                                    onCompare={onCompare}
                                    onHide={onHide}
                                />
                            </li>
                        );
                    })}
                </ol>
            )}
            <div className="bar" role="status">
                {said && (
                    <p>
                        {said.text}{' '}
                        {said.undo && (
                            <button
                                type="button"
                                className="button"
                                onClick={() => {
                                    said.undo?.();
                                    setSaid(null);
                                }}
                            >
                                {t.matches.undo}
                            </button>
                        )}
                    </p>
                )}
                {filters.compare.length > 1 && (
                    <button
                        type="button"
                        className="button button-main"
                        onClick={() => change({view: 'compare'})}
                    >
                        {t.matches.compareGo(filters.compare.length)}
                    </button>
                )}
            </div>
        </>
    );
}

function Nothing(properties: {found: number; filters: Filters; live: number}) {
    const {found, filters, live} = properties;
    const {t} = useText();
    const why =
        live === 0
            ? t.matches.emptyNone
            : found === 0 || filters.place !== ''
              ? t.matches.emptyFilters
              : filters.show === 'saved'
                ? t.matches.emptySaved
                : filters.show === 'hidden'
                  ? t.matches.emptyHidden
                  : t.matches.emptyFilters;
    return (
        <Empty title={t.matches.emptyTitle}>
            <p>{why}</p>
        </Empty>
    );
}
