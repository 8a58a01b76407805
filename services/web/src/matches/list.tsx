import {useRef, useState} from 'react';

import type {RankedMatch} from '../api/client';
import {useText} from '../text/text';
import {Empty} from '../ui/states';
import {comparedMax, passes, type Filters} from './filters';
import {setMark, useMarks} from './marks';
import {Row} from './row';
import {Shortcuts, type Action} from './shortcuts';

export function MatchList(properties: {
    matches: RankedMatch[];
    filters: Filters;
    live: number;
    loaded: number;
    change: (what: Partial<Filters>) => void;
    focusQuery: () => void;
}) {
    const {matches, filters, live, loaded, change, focusQuery} = properties;
    const {t} = useText();
    const marks = useMarks();
    const list = useRef<HTMLOListElement>(null);
    const [said, setSaid] = useState<{text: string; undo?: () => void} | null>(null);
    const shown = matches.filter((match) => passes(match, filters));

    const toggleCompared = (id: string) => {
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
            toggleCompared(match.posting.id);
        } else if (match && action === 'hide') {
            toggleHidden(match);
        } else if (action === 'original') {
            focused?.querySelector<HTMLElement>('[data-original]')?.click();
        }
    };
    return (
        <>
            <div className="list-head">
                <p role="status">{t.matches.shown(shown.length)}</p>
                <Shortcuts act={act} />
            </div>
            {shown.length === 0 ? (
                <Nothing matches={matches} filters={filters} live={live} />
            ) : (
                <ol className="match-list" ref={list}>
                    {shown.map((match) => {
                        const {id} = match.posting;
                        return (
                            <li key={id}>
                                <Row
                                    match={match}
                                    state={{
                                        viewed: marks.viewed.includes(id),
                                        saved: marks.saved.includes(id),
                                        hidden: marks.hidden.includes(id),
                                        compared: filters.compare.includes(id),
                                    }}
                                    onCompare={() => toggleCompared(id)}
                                    onHide={() => toggleHidden(match)}
                                />
                            </li>
                        );
                    })}
                </ol>
            )}
            {loaded < live && filters.limit < 100 && (
                <button type="button" className="button" onClick={() => change({limit: 100})}>
                    {t.matches.more}
                </button>
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
                        onClick={() => change({comparing: true})}
                    >
                        {t.matches.compareGo(filters.compare.length)}
                    </button>
                )}
            </div>
        </>
    );
}

function Nothing(properties: {matches: RankedMatch[]; filters: Filters; live: number}) {
    const {matches, filters, live} = properties;
    const {t} = useText();
    const why =
        live === 0
            ? t.matches.emptyNone
            : matches.length > 0 || filters.q !== ''
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
