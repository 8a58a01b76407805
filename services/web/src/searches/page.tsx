import '../styles/searches.css';

import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {SignedIn} from '../account/signed_in';
import {Link, useHref} from '../router';
import {useSearchWords} from '../text/later';
import {useText} from '../text/text';
import {Dialog} from '../ui/dialog';
import {Check} from '../ui/fields';
import {Icon} from '../ui/icons';
import {Empty, Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {useSavedSearches, useSearchActs, type SavedSearch} from './api';
import {Digests} from './digests';
import {Feed} from './feed';
import {addressOf, again} from './of_filters';
import {useSearchText} from './use_search_text';

export default function SearchesPage() {
    const words = useSearchWords();
    usePageTitle(words.title);
    return (
        <SignedIn title={words.title} lead={words.lead} why={words.why}>
            <Searches />
        </SignedIn>
    );
}

function Searches() {
    const words = useSearchWords();
    const href = useHref();
    const searches = useSavedSearches();
    return (
        <div className="searches">
            <div className="searches-list">
                {searches.isPending ? (
                    <Loading />
                ) : searches.isError ? (
                    <Failure error={searches.error} again={searches.refetch} />
                ) : searches.data.length === 0 ? (
                    <Empty title={words.emptyTitle}>
                        <p>{words.empty}</p>
                        <Link className="button button-main" href={href('/matches')}>
                            {words.toMatches}
                        </Link>
                    </Empty>
                ) : (
                    searches.data.map((search) => <Search key={search.id} search={search} />)
                )}
            </div>
            <aside className="panel" aria-labelledby="mail">
                <h2 id="mail">{words.mail}</h2>
                <p>{words.mailText}</p>
                <Link href={href('/privacy')}>{words.mailSettings}</Link>
            </aside>
        </div>
    );
}

function Search({search}: {search: SavedSearch}) {
    const {format} = useText();
    const words = useSearchWords();
    const href = useHref();
    const say = useSearchText();
    const {replace} = useSearchActs();
    const {busy, failure, act} = useAct();
    const [removing, setRemoving] = useState(false);
    const heading = `search-${search.id}`;
    return (
        <section className="search" aria-labelledby={heading}>
            <div className="section-head">
                <h2 id={heading}>
                    <Link href={href('/matches', addressOf(search))}>{search.name}</Link>
                </h2>
                <button
                    type="button"
                    className="button button-quiet"
                    onClick={() => setRemoving(true)}
                >
                    <Icon name="remove" />
                    {words.remove}
                    <span className="hidden-text"> {search.name}</span>
                </button>
            </div>
            <p className="quiet">
                {say(again(search, {}))} · {words.savedOn(format.day(search.created_at))}
            </p>
            <Check
                label={words.watch}
                checked={search.notify}
                onChange={(notify) => {
                    if (!busy) {
                        void act(() => replace(search.id, again(search, {notify})));
                    }
                }}
            />
            <Refused error={failure} />
            <Digests search={search} />
            <Feed search={search} />
            {removing && <Remove search={search} onClose={() => setRemoving(false)} />}
        </section>
    );
}

function Remove({search, onClose}: {search: SavedSearch; onClose: () => void}) {
    const words = useSearchWords();
    const {remove} = useSearchActs();
    const {busy, failure, act} = useAct();
    return (
        <Dialog title={words.removeTitle(search.name)} onClose={onClose}>
            <p>{words.removeText}</p>
            <Refused error={failure} />
            <div className="actions">
                <button
                    type="button"
                    className="button button-bad"
                    aria-disabled={busy}
                    onClick={() => void act(() => remove(search.id))}
                >
                    {words.removeYes}
                </button>
                <button type="button" className="button" onClick={onClose}>
                    {words.keep}
                </button>
            </div>
        </Dialog>
    );
}
