import {useState} from 'react';

import {useAct} from '../account/act';
import {useAccountWords, useEmployerWords} from '../text/later';
import {Link, useHref} from '../router';
import {useText} from '../text/text';
import {DeskPage} from '../ui/desk_page';
import {Dialog} from '../ui/dialog';
import {Failure, Loading} from '../ui/states';
import {Of} from '../ui/of';
import {useClaimActs, useClaims, useOwnPostings, type Claim, type OwnPosting} from './api';
import {ClaimPosting} from './claim';
import {OfferChecklist} from './offer_checklist';
import {RefusedAct} from './refused_act';

/// Postings of an employer with what each lacks, and claims to further ones.
export function OwnPostings() {
    const words = useEmployerWords();
    const own = useOwnPostings();
    const [said, setSaid] = useState('');
    return (
        <DeskPage title={words.title} lead={words.lead}>
            <p className="desk-said" role="status">
                {said}
            </p>
            {own.isPending ? (
                <Loading />
            ) : own.isError ? (
                <Failure error={own.error} again={own.refetch} />
            ) : (
                <>
                    {own.data.items.length === 0 && <p className="notice">{words.none}</p>}
                    {own.data.items.map((item) => (
                        <Posting
                            key={item.claim.id}
                            item={item}
                            day={own.data.as_of}
                            onWithdrawn={() => setSaid(words.withdrawn)}
                        />
                    ))}
                </>
            )}
            <ClaimPosting claims={own.data?.items.map(({claim}) => claim)} onClaimed={setSaid} />
            <Ended />
        </DeskPage>
    );
}

function ClaimFacts({claim}: {claim: Claim}) {
    const {format} = useText();
    const words = useEmployerWords();
    return (
        <p className="quiet">
            {words.claimedOn(format.day(claim.claimed_at))} {words.byDomain(claim.domain)}
            {claim.decided_at && `, ${words.decidedOn(format.day(claim.decided_at))}`}
        </p>
    );
}

function ReviewerWords({claim}: {claim: Claim}) {
    const {t} = useText();
    const words = useEmployerWords();
    return (
        claim.words && (
            <p className="own-text">
                {words.reviewerSays}
                {t.common.colon}
                <q dir="auto">{claim.words}</q>
            </p>
        )
    );
}

function Posting(properties: {item: OwnPosting; day: string; onWithdrawn: () => void}) {
    const {item, day, onWithdrawn} = properties;
    const words = useEmployerWords();
    const href = useHref();
    const [asking, setAsking] = useState(false);
    const {claim, served, offer} = item;
    const title = claim.title ?? words.untitled(claim.posting_id);
    const isOwn = claim.state === 'accepted';
    return (
        <article className="panel own-posting">
            <header>
                <h2 dir="auto">{title}</h2>
                <span className={isOwn ? 'tag tag-good' : 'tag'}>{words.states[claim.state]}</span>
            </header>
            {claim.hiring_organization && <p dir="auto">{claim.hiring_organization}</p>}
            <ClaimFacts claim={claim} />
            {claim.state === 'waiting' && <p>{words.waitingText}</p>}
            <ReviewerWords claim={claim} />
            {!served && <p>{words.notServed}</p>}
            <OfferChecklist offer={offer} day={day} />
            <div className="actions">
                {isOwn && served && (
                    <Link
                        className="button button-main"
                        href={href(`/employer/${claim.posting_id}`)}
                    >
                        {words.toCandidates}
                        <Of name={title} />
                    </Link>
                )}
                {served && (
                    <Link className="button" href={href(`/postings/${claim.posting_id}`)}>
                        {words.toPosting}
                        <Of name={title} />
                    </Link>
                )}
                <button
                    type="button"
                    className="button button-quiet"
                    onClick={() => setAsking(true)}
                >
                    {words.withdraw}
                    <Of name={title} />
                </button>
            </div>
            {asking && (
                <Withdraw
                    posting={claim.posting_id}
                    onClose={() => setAsking(false)}
                    onWithdrawn={onWithdrawn}
                />
            )}
        </article>
    );
}

function Withdraw(properties: {posting: string; onClose: () => void; onWithdrawn: () => void}) {
    const {posting, onClose, onWithdrawn} = properties;
    const words = useEmployerWords();
    const account = useAccountWords();
    const {withdraw} = useClaimActs();
    const {busy, failure, act} = useAct();
    const take = async () => {
        if (await act(() => withdraw(posting))) {
            onWithdrawn();
            onClose();
        }
    };
    return (
        <Dialog title={words.withdrawTitle} onClose={onClose}>
            <p>{words.withdrawText}</p>
            <RefusedAct error={failure} />
            <div className="actions">
                <button
                    type="button"
                    className="button button-bad"
                    aria-disabled={busy}
                    onClick={() => void take()}
                >
                    {words.withdrawYes}
                </button>
                <button type="button" className="button" onClick={onClose}>
                    {account.cancel}
                </button>
            </div>
        </Dialog>
    );
}

/// Claims that are open no more, with why.
function Ended() {
    const words = useEmployerWords();
    const claims = useClaims();
    const ended = claims.data?.filter(({state}) => state !== 'waiting' && state !== 'accepted');
    if (!ended || ended.length === 0) {
        return claims.isError ? <Failure error={claims.error} again={claims.refetch} /> : null;
    }
    return (
        <section className="panel">
            <h2>{words.earlier}</h2>
            <ul className="records">
                {ended.map((claim) => (
                    <li key={claim.id}>
                        <div>
                            <b dir="auto">{claim.title ?? words.untitled(claim.posting_id)}</b>
                            <ClaimFacts claim={claim} />
                            <ReviewerWords claim={claim} />
                        </div>
                        <span className="tag">{words.states[claim.state]}</span>
                    </li>
                ))}
            </ul>
        </section>
    );
}
