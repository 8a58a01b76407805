import {useEffect, useId, useState, type KeyboardEvent} from 'react';

export interface Found {
    key: string;
    name: string; ///< As it stands in the field once it is chosen.
    title: string;
    hint: string;
}

type Ask = (search: string) => Promise<Found[]>;
const shortest = 2;

/// What is found for what is being typed, a moment after the last letter; null while asking.
function useFound(search: string, ask: Ask): Found[] | null {
    const [answer, setAnswer] = useState<{search: string; found: Found[]} | null>(null);
    useEffect(() => {
        if (search.length < shortest) {
            return;
        }
        let current = true;
        const later = setTimeout(() => {
            void ask(search)
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

/// A text field whose list follows what is typed (ARIA Authoring Practices, "editable combobox with
/// list autocomplete").
export function Combobox(properties: {
    label: string;
    hint: string;
    value: string; ///< The name of what is chosen; empty: nothing is.
    words: {searching: string; none: string; found: (count: number) => string};
    error?: string | undefined;
    ask: Ask;
    onChoose: (chosen: Found | null) => void;
}) {
    const {label, hint, value, words, error, ask, onChoose} = properties;
    const id = useId();
    const [typed, setTyped] = useState<string | null>(null); // Null: what was chosen stands there.
    const [active, setActive] = useState(-1); // None, until an arrow says so.
    const search = (typed ?? '').trim();
    const found = useFound(search, ask);
    const open = search.length >= shortest;
    const options = open ? (found ?? []) : [];

    const choose = (one: Found | undefined) => {
        if (one) {
            onChoose(one);
            setTyped(null);
        }
    };
    const type = (text: string) => {
        setTyped(text);
        setActive(-1);
        if (text === '' && value !== '') {
            onChoose(null);
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
        <div className={error ? 'field combo field-wrong' : 'field combo'}>
            <label htmlFor={id}>{label}</label>
            <p className="hint" id={`${id}-hint`}>
                {hint}
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
                aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
                aria-invalid={error ? true : undefined}
                value={typed ?? value}
                onChange={(event) => type(event.target.value)}
                onKeyDown={press}
                onBlur={() => setTyped(null)}
            />
            {options.length > 0 && (
                <div className="popover" id={`${id}-list`} role="listbox" aria-label={label}>
                    {options.map((one, place) => (
                        // Keys are the field's, which keeps the focus.
                        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                        <div
                            key={one.key}
                            id={`${id}-${place}`}
                            className="list-item"
                            role="option"
                            aria-selected={place === active}
                            tabIndex={-1}
                            onMouseDown={(event) => event.preventDefault()}
                            onClick={() => choose(one)}
                        >
                            <span dir="auto">{one.title}</span>
                            <span className="hint">{one.hint}</span>
                        </div>
                    ))}
                </div>
            )}
            {error && (
                <p className="field-error" id={`${id}-error`}>
                    {error}
                </p>
            )}
            <p className="hint" role="status">
                {open && found === null && words.searching}
                {open && found?.length === 0 && words.none}
                {options.length > 0 && (
                    <span className="hidden-text">{words.found(options.length)}</span>
                )}
            </p>
        </div>
    );
}
