import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Link, useHref} from '../router';
import {useEmployerWords} from '../text/later';
import {useText} from '../text/text';
import type {Posting} from '../api/client';
import {TextField} from '../ui/fields';
import {usePostingWords} from '../ui/posting_words';
import {Failure, Loading} from '../ui/states';
import {useClaimActs, useFound, type Claim} from './api';
import {RefusedAct} from './refused_act';

/// Finds an open posting and says that it is one's own.
export function ClaimPosting(properties: {
    claims: Claim[] | undefined;
    onClaimed: (said: string) => void;
}) {
    const {claims, onClaimed} = properties;
    const words = useEmployerWords();
    const [text, setText] = useState('');
    const [asked, setAsked] = useState('');
    const found = useFound(asked);
    return (
        <section className="panel">
            <h2>{words.claim}</h2>
            <p>{words.claimText}</p>
            <form
                className="form form-wide"
                role="search"
                onSubmit={(event) => {
                    event.preventDefault();
                    setAsked(text.trim());
                }}
            >
                <TextField label={words.find} value={text} onChange={setText} />
                <div className="actions">
                    <button type="submit" className="button">
                        {words.findButton}
                    </button>
                </div>
            </form>
            {asked !== '' &&
                (found.isPending ? (
                    <Loading />
                ) : found.isError ? (
                    <Failure error={found.error} again={found.refetch} />
                ) : (
                    <>
                        <p role="status">
                            {found.data.length === 0
                                ? words.foundNone
                                : words.found(found.data.length)}
                        </p>
                        <ul className="records">
                            {found.data.map((posting) => (
                                <Found
                                    key={posting.id}
                                    posting={posting}
                                    isClaimed={
                                        claims?.some((one) => one.posting_id === posting.id) ??
                                        false
                                    }
                                    onClaimed={onClaimed}
                                />
                            ))}
                        </ul>
                    </>
                ))}
        </section>
    );
}

function Found(properties: {
    posting: Posting;
    isClaimed: boolean;
    onClaimed: (said: string) => void;
}) {
    const {posting, isClaimed, onClaimed} = properties;
    const {format} = useText();
    const words = useEmployerWords();
    const href = useHref();
    const {places} = usePostingWords();
    const {claim} = useClaimActs();
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const take = async () => {
        if (await act(() => once.by((key) => claim(posting.id, key)))) {
            onClaimed(words.claimed(posting.title));
        }
    };
    return (
        <li>
            <div>
                <Link href={href(`/postings/${posting.id}`)}>
                    <b lang={posting.text_language} dir="auto">
                        {posting.title}
                    </b>
                </Link>
                <p className="quiet" dir="auto">
                    {posting.hiring_organization}, {places(posting)}
                    {posting.date_posted && `, ${format.day(posting.date_posted)}`}
                </p>
                <RefusedAct error={failure} />
            </div>
            {isClaimed ? (
                <span className="quiet">{words.claimedAlready}</span>
            ) : (
                <button
                    type="button"
                    className="button"
                    aria-label={words.claimOf(posting.title)}
                    aria-disabled={busy}
                    onClick={() => void take()}
                >
                    {words.claimIt}
                </button>
            )}
        </li>
    );
}
