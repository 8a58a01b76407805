import {useState} from 'react';

import {useAdvisorWords} from '../text/later';
import {useText} from '../text/text';
import {TextField} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {useFoundPostings} from './api';
import {BuildMany} from './build_many';

/// For everybody who is chosen, a package for one posting.
export function BuildForPosting({candidates}: {candidates: string[]}) {
    const {t} = useText();
    const words = useAdvisorWords();
    const [typed, setTyped] = useState('');
    const [sought, setSought] = useState('');
    const [posting, setPosting] = useState('');
    const found = useFoundPostings(sought);
    const postings = found.data && 'postings' in found.data ? found.data.postings : [];
    return (
        <section className="panel" aria-labelledby="build-many">
            <h2 id="build-many">{words.buildTitle}</h2>
            <p className="quiet">{words.buildText}</p>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    setPosting('');
                    setSought(typed.trim());
                }}
            >
                <TextField
                    label={words.findPosting}
                    hint={words.findHint}
                    value={typed}
                    onChange={setTyped}
                />
                <div className="actions">
                    <button type="submit" className="button">
                        {words.find}
                    </button>
                </div>
            </form>
            {found.isLoading && <Loading />}
            {found.isError && <Failure error={found.error} again={found.refetch} />}
            {found.data && postings.length === 0 && <p role="status">{words.foundNone}</p>}
            {postings.length > 0 && (
                <fieldset className="choice">
                    <legend>{words.choosePosting}</legend>
                    <div>
                        {postings.map((one) => (
                            <label key={one.id} className="check">
                                <input
                                    type="radio"
                                    name="posting"
                                    checked={posting === one.id}
                                    onChange={() => setPosting(one.id)}
                                />
                                <span lang={one.text_language}>
                                    {one.title}
                                    {t.common.colon}
                                    {one.hiring_organization}
                                </span>
                            </label>
                        ))}
                    </div>
                </fieldset>
            )}
            {posting !== '' && candidates.length === 0 && <p>{words.chooseFirst}</p>}
            {posting !== '' && candidates.length > 0 && (
                <BuildMany
                    pairs={candidates.map((candidate) => ({candidate, posting_id: posting}))}
                />
            )}
        </section>
    );
}
