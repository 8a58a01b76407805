import {useId, useState, type RefObject} from 'react';

import {useText} from '../text/text';
import {Icon} from '../ui/icons';

/// Words that are looked for among the matches; what cannot be read is said beneath.
export function QueryBox(properties: {
    box: RefObject<HTMLInputElement | null>;
    query: string;
    refused: string; ///< What is said against it; empty: nothing.
    search: (query: string) => void;
}) {
    const {box, query, refused, search} = properties;
    const {t} = useText();
    const id = useId();
    const [typed, setTyped] = useState(query);
    return (
        <form
            className="query"
            role="search"
            onSubmit={(event) => {
                event.preventDefault();
                search(typed.trim());
            }}
        >
            <label htmlFor={id}>{t.matches.query}</label>
            <div className="query-line">
                <input
                    id={id}
                    ref={box}
                    className="input"
                    type="search"
                    value={typed}
                    aria-describedby={`${id}-hint`}
                    aria-invalid={refused !== '' ? true : undefined}
                    onChange={(event) => {
                        setTyped(event.target.value);
                        if (event.target.value === '') {
                            search('');
                        }
                    }}
                />
                <button type="submit" className="button">
                    <Icon name="search" />
                    {t.matches.search}
                </button>
            </div>
            <p className={refused ? 'field-error' : 'hint'} id={`${id}-hint`}>
                {refused || t.matches.queryHint}
            </p>
        </form>
    );
}
