import {useId, useState, type RefObject} from 'react';

import {Refusal} from '../api/client';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';

/// Words that are looked for among the matches; what cannot be read is said beneath.
export function QueryBox(properties: {
    box: RefObject<HTMLInputElement | null>;
    query: string;
    failure: unknown;
    search: (query: string) => void;
}) {
    const {box, query, failure, search} = properties;
    const {t} = useText();
    const id = useId();
    const [typed, setTyped] = useState(query);
    const refused = failure instanceof Refusal && failure.status < 500 ? failure.detail : '';
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
                    aria-invalid={refused ? true : undefined}
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
