import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {Link, useHref} from '../router';
import {useRequestWords} from '../text/later';
import {useText} from '../text/text';
import {LinesField} from '../ui/fields';
import {useRequestActs, type Request} from './api';

const reasonMax = 300;

/// A question who somebody is, for one posting; the answer can be changed.
export function OneRequest(properties: {candidate: string; request: Request; wording: string}) {
    const {candidate, request, wording} = properties;
    const {format} = useText();
    const words = useRequestWords();
    const href = useHref();
    const {answer} = useRequestActs(candidate);
    const {busy, failure, act} = useAct();
    const [declining, setDeclining] = useState(false);
    const [said, setSaid] = useState('');
    const say = words.asked;
    const {agreement, invitation} = request;
    const {agreed, employer, posting_id, title, asked_at, answered_at} = agreement;
    const isInvited = invitation?.state === 'open' && agreed === null;
    const give = (yes: string | null, reason = '') =>
        act(async () => {
            await answer(request, yes, reason);
            setDeclining(false);
            setSaid(yes === null ? say.saidNo : say.saidYes);
        });
    const state = agreed === null ? 'open' : agreed ? 'yes' : 'no';
    return (
        <article className="request" aria-label={say.of(employer, title ?? posting_id)}>
            <div className="section-head">
                <h3 dir="auto">{employer}</h3>
                <p className={`state state-${state}`}>{say.states[state]}</p>
            </div>
            <p>
                <Link href={href(`/postings/${posting_id}`)}>{title ?? posting_id}</Link>
            </p>
            <p className="quiet">
                {invitation
                    ? say.invited(format.day(invitation.invited_at))
                    : say.asked(format.day(asked_at))}
                {invitation &&
                    agreed === null &&
                    `, ${
                        invitation.state === 'expired'
                            ? say.expired(format.day(invitation.expires_at))
                            : say.until(format.day(invitation.expires_at))
                    }`}
                {answered_at && `, ${say.answered(format.day(answered_at))}`}
            </p>
            {invitation?.message && (
                <blockquote className="said" dir="auto">
                    {invitation.message}
                </blockquote>
            )}
            {invitation?.reason && (
                <p className="quiet">
                    {say.yourReason}
                    <q dir="auto">{invitation.reason}</q>
                </p>
            )}
            {declining ? (
                <Decline
                    busy={busy}
                    decline={(reason) => void give(null, reason)}
                    cancel={() => setDeclining(false)}
                />
            ) : (
                <div className="actions">
                    {agreed !== true && (
                        <button
                            type="button"
                            className="button"
                            aria-disabled={busy}
                            onClick={() => void give(wording)}
                        >
                            {say.yes}
                        </button>
                    )}
                    {agreed !== false && (
                        <button
                            type="button"
                            className="button"
                            aria-disabled={busy}
                            onClick={() => (isInvited ? setDeclining(true) : void give(null))}
                        >
                            {agreed ? say.back : say.no}
                        </button>
                    )}
                    <p role="status">{said}</p>
                </div>
            )}
            <Refused error={failure} />
        </article>
    );
}

/// A no to an invitation, perhaps with a word why.
function Decline(properties: {
    busy: boolean;
    decline: (reason: string) => void;
    cancel: () => void;
}) {
    const {busy, decline, cancel} = properties;
    const words = useRequestWords();
    const say = words.asked;
    const [reason, setReason] = useState('');
    const tooLong = reason.trim().length > reasonMax;
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                if (!tooLong) {
                    decline(reason.trim());
                }
            }}
        >
            <LinesField
                optional
                focused
                label={say.why}
                hint={say.whyHint}
                value={reason}
                error={tooLong ? say.whyLong : undefined}
                onChange={setReason}
            />
            <div className="actions">
                <button type="submit" className="button" aria-disabled={busy}>
                    {say.decline}
                </button>
                <button type="button" className="button button-quiet" onClick={cancel}>
                    {say.cancel}
                </button>
            </div>
        </form>
    );
}
