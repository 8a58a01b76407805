import {useId, useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useSearchWords} from '../text/later';
import {useSearchActs, type SavedSearch} from './api';

/// An Atom feed for a reader that can show no token: who knows its address can read it.
export function Feed({search}: {search: SavedSearch}) {
    const words = useSearchWords();
    const {openFeed, closeFeed} = useSearchActs();
    const {busy, failure, act} = useAct();
    const [address, setAddress] = useState('');
    const [copied, setCopied] = useState(false);
    const id = useId();
    const open = () =>
        act(async () => {
            setCopied(false);
            setAddress(await openFeed(search.id));
        });
    return (
        <div className="feed">
            <p>
                {search.feed ? words.feedOpen : words.feedNone}{' '}
                <span className="hint">{words.feedHint}</span>
            </p>
            {address !== '' && (
                <div className="field">
                    <label htmlFor={id}>{words.feedAddress}</label>
                    <div className="query-line">
                        <input
                            id={id}
                            className="input"
                            readOnly
                            value={address}
                            aria-describedby={`${id}-hint`}
                            onFocus={(event) => event.target.select()}
                        />
                        <button
                            type="button"
                            className="button"
                            onClick={() =>
                                void navigator.clipboard
                                    .writeText(address)
                                    .then(() => setCopied(true))
                                    .catch(() => setCopied(false))
                            }
                        >
                            {words.copy}
                        </button>
                    </div>
                    <p className="hint" id={`${id}-hint`} role="status">
                        {copied ? words.copied : words.feedOnce}
                    </p>
                </div>
            )}
            <Refused error={failure} />
            <div className="actions">
                <button
                    type="button"
                    className="button"
                    aria-disabled={busy}
                    onClick={() => void open()}
                >
                    {search.feed ? words.feedAnew : words.feedMake}
                    <span className="hidden-text"> ({search.name})</span>
                </button>
                {search.feed && (
                    <button
                        type="button"
                        className="button"
                        aria-disabled={busy}
                        onClick={() =>
                            void act(async () => {
                                await closeFeed(search.id);
                                setAddress('');
                            })
                        }
                    >
                        {words.feedClose}
                        <span className="hidden-text"> ({search.name})</span>
                    </button>
                )}
            </div>
        </div>
    );
}
