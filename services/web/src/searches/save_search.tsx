import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useSignedIn} from '../account/session';
import {SignInForm} from '../account/sign_in_form';
import type {Filters} from '../matches/filters';
import {Link, useHref} from '../router';
import {useSearchWords} from '../text/later';
import {useText} from '../text/text';
import {Dialog} from '../ui/dialog';
import {Check, TextField} from '../ui/fields';
import {useSearchActs} from './api';
import {losesSomething, searchOf} from './of_filters';
import {useSearchText} from './use_search_text';

/// Saves what the list shows, to be told of what is new.
export default function SaveSearch({filters, onClose}: {filters: Filters; onClose: () => void}) {
    const words = useSearchWords();
    const signedIn = useSignedIn();
    return (
        <Dialog title={words.save} onClose={onClose}>
            {signedIn ? (
                <SaveForm filters={filters} candidate={signedIn.candidate} onClose={onClose} />
            ) : (
                <>
                    <p>{words.signInFirst}</p>
                    <SignInForm onDone={() => undefined} />
                </>
            )}
        </Dialog>
    );
}

function SaveForm(properties: {filters: Filters; candidate: string | null; onClose: () => void}) {
    const {filters, candidate, onClose} = properties;
    const {t} = useText();
    const words = useSearchWords();
    const href = useHref();
    const say = useSearchText();
    const {save} = useSearchActs();
    const {busy, failure, act} = useAct();
    const [name, setName] = useState(filters.q.slice(0, 100));
    const [watched, setWatched] = useState(true);
    const [saved, setSaved] = useState(false);
    const [key] = useState(() => crypto.randomUUID()); // Sent twice, it is saved once.
    const search = searchOf(filters, candidate);
    if (saved) {
        return (
            <>
                <p role="status">{words.saved(name)}</p>
                <div className="actions">
                    <Link className="button button-main" href={href('/searches')}>
                        {words.toSearches}
                    </Link>
                    <button type="button" className="button" onClick={onClose}>
                        {t.common.close}
                    </button>
                </div>
            </>
        );
    }
    if (!search) {
        return (
            <>
                <p>{words.nothingToSave}</p>
                <Link className="button" href={href('/profile')}>
                    {t.common.profile}
                </Link>
            </>
        );
    }
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                void act(async () => {
                    await save({...search, name: name.trim(), notify: watched}, key);
                    setSaved(true);
                });
            }}
        >
            <p className="quiet">{say(search)}</p>
            {losesSomething(filters) && <p className="hint">{words.loses}</p>}
            <TextField focused label={words.name} value={name} onChange={setName} />
            <Check label={words.watch} checked={watched} onChange={setWatched} />
            <p className="hint">{words.watchHint}</p>
            <Refused error={failure} />
            <div className="actions">
                <button
                    type="submit"
                    className="button button-main"
                    aria-disabled={busy}
                    disabled={name.trim() === ''}
                >
                    {words.saveIt}
                </button>
            </div>
        </form>
    );
}
