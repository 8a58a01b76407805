import {useEffect, useId, useState, type KeyboardEvent} from 'react';

import type {Suggestion} from '../api/client';
import {useSuggest} from '../api/queries';
import {useText} from '../text/text';

const nameOf = (one: Suggestion) => `${one.title} (${one.noc})`;

/// Occupations for what is being typed, a moment after the last letter; null while asking.
function useSuggestions(search: string): Suggestion[] | null {
    const suggest = useSuggest();
    const [answer, setAnswer] = useState<{search: string; found: Suggestion[]} | null>(null);
    useEffect(() => {
        if (search.length < 2) {
            return;
        }
        let current = true;
        const later = setTimeout(() => {
            void suggest(search)
                .catch(() => [])
                .then((found) => current && setAnswer({search, found}));
        }, 150);
        return () => {
            current = false;
            clearTimeout(later);
        };
        // eslint-disable-next-line react-hooks/exhaustive-deps -- asked when what was typed changes
    }, [search]);
    return answer?.search === search ? answer.found : null;
}

/// An occupation by what the job is called: a combobox whose list follows what is typed (ARIA
/// Authoring Practices, "editable combobox with list autocomplete").
export function Occupation(properties: {
    noc: string;
    name: string;
    onChange: (noc: string, name: string) => void;
}) {
    const {noc, name, onChange} = properties;
    const {t} = useText();
    const words = t.profile.work;
    const id = useId();
    const [typed, setTyped] = useState<string | null>(null); // Null: what was chosen stands there.
    const [active, setActive] = useState(-1); // None, until an arrow says so.
    const search = (typed ?? '').trim();
    const found = useSuggestions(search);
    const open = search.length >= 2;
    const options = open ? (found ?? []) : [];

    const choose = (one: Suggestion | undefined) => {
        if (one) {
            onChange(one.noc, nameOf(one));
            setTyped(null);
        }
    };
    const type = (text: string) => {
        setTyped(text);
        setActive(-1);
        if (text === '' && noc !== '') {
            onChange('', '');
        }
    };
    const press = (event: KeyboardEvent) => {
        const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
        if (step && options.length > 0) {
            event.preventDefault();
            const from = active < 0 && step < 0 ? 0 : active;
            setActive((from + step + options.length) % options.length);
        } else if (event.key === 'Enter' && open) {
            event.preventDefault();
            choose(options[active]);
        } else if (event.key === 'Escape' && typed !== null) {
            event.preventDefault();
            setTyped(null);
        }
    };
    return (
        <div className="field combo">
            <label htmlFor={id}>{words.occupation}</label>
            <p className="hint" id={`${id}-hint`}>
                {words.occupationHint}
            </p>
            <input
                id={id}
                className="input"
                type="text"
                role="combobox"
                autoComplete="off"
                spellCheck={false}
                aria-autocomplete="list"
                aria-expanded={options.length > 0}
                aria-controls={options.length > 0 ? `${id}-list` : undefined}
                aria-activedescendant={options[active] ? `${id}-${active}` : undefined}
                aria-describedby={`${id}-hint`}
                value={typed ?? name}
                onChange={(event) => type(event.target.value)}
                onKeyDown={press}
                onBlur={() => setTyped(null)}
            />
            {options.length > 0 && (
                <div
                    className="popover"
                    id={`${id}-list`}
                    role="listbox"
                    aria-label={words.occupation}
                >
                    {options.map((one, place) => (
                        // Keys are the field's, which keeps the focus.
                        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                        <div
                            key={one.noc}
                            id={`${id}-${place}`}
                            className="list-item"
                            role="option"
                            aria-selected={place === active}
                            tabIndex={-1}
                            onMouseDown={(event) => event.preventDefault()}
                            onClick={() => choose(one)}
                        >
                            <span>{one.title}</span>
                            <span className="hint">
                                {one.noc} · {t.matches.teer(String(one.teer))}
                                {one.matched && one.matched !== one.title
                                    ? ` · ${one.matched}`
                                    : ''}
                            </span>
                        </div>
                    ))}
                </div>
            )}
            <p className="hint" role="status">
                {open && found === null && words.searching}
                {open && found?.length === 0 && words.occupationNone}
                {options.length > 0 && (
                    <span className="hidden-text">{words.found(options.length)}</span>
                )}
            </p>
        </div>
    );
}
