import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refusal} from '../api/client';
import {useAccountWords, useEmployerWords} from '../text/later';
import {useText} from '../text/text';
import {Dialog} from '../ui/dialog';
import {LinesField} from '../ui/fields';
import {Of} from '../ui/of';
import {useUnsent} from '../ui/unsent';
import {useCandidateActs, type Contact, type Invitation, type ShownCandidate} from './api';
import {RefusedAct} from './refused_act';

const messageMax = 1000;

interface Properties {
    posting: string;
    alias: string;
    name: string;
}

/// From a random name to a person: invited or asked, and with their yes name and contact.
export function Reach(
    properties: Properties & {
        isInterested: boolean;
        invitation: Invitation | undefined;
        agreement: ShownCandidate['agreement'];
    },
) {
    const {posting, alias, name, isInterested, invitation, agreement} = properties;
    const {format} = useText();
    const words = useEmployerWords();
    const {ask} = useCandidateActs(posting, alias);
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const [inviting, setInviting] = useState(false);
    const [sent, setSent] = useState('');
    const say = words.candidates;
    const agreed = agreement?.agreed ?? null;
    const answer = () => act(() => once.by(ask));
    const standing = () => {
        if (invitation?.state === 'open') {
            return say.invitation.open(format.day(invitation.expires_at));
        }
        if (invitation) {
            return say.invitation[invitation.state];
        }
        if (!agreement) {
            return sent;
        }
        return agreed === null
            ? say.asked.open(format.day(agreement.asked_at))
            : say.asked[agreed ? 'yes' : 'no'];
    };
    return (
        <div className="candidate-reach">
            <p role="status">{standing()}</p>
            {invitation?.reason && (
                <p className="own-text" dir="auto">
                    <q>{invitation.reason}</q>
                </p>
            )}
            {agreed === true && <ReadContact posting={posting} alias={alias} name={name} />}
            {isInterested && agreed === null && invitation?.state !== 'open' && (
                <div className="actions">
                    <button
                        type="button"
                        className="button button-main"
                        onClick={() => setInviting(true)}
                    >
                        {say.invite}
                        <Of name={name} />
                    </button>
                </div>
            )}
            {!agreement && !invitation && (
                <details>
                    <summary>
                        {say.otherwise}
                        <Of name={name} />
                    </summary>
                    <p className="hint">{say.askHint}</p>
                    <div className="actions">
                        <button
                            type="button"
                            className="button"
                            aria-disabled={busy}
                            onClick={() => void answer()}
                        >
                            {say.ask}
                            <Of name={name} />
                        </button>
                    </div>
                </details>
            )}
            <RefusedAct error={failure} />
            {inviting && (
                <Invite
                    posting={posting}
                    alias={alias}
                    name={name}
                    onClose={() => setInviting(false)}
                    onSent={() => setSent(say.invited)}
                />
            )}
        </div>
    );
}

function Invite(properties: Properties & {onClose: () => void; onSent: () => void}) {
    const {posting, alias, name, onClose, onSent} = properties;
    const words = useEmployerWords();
    const account = useAccountWords();
    const {invite} = useCandidateActs(posting, alias);
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const {value: text, set: setText, drop} = useUnsent(`invitation/${posting}/${alias}`, () => '');
    const say = words.candidates;
    const tooLong = Array.from(text).length > messageMax;
    const send = async () => {
        const message = text.trim() === '' ? null : text.trim();
        if (!tooLong && (await act(() => once.by((key) => invite(message, key))))) {
            drop('');
            onSent();
            onClose();
        }
    };
    return (
        <Dialog title={say.inviteTitle(name)} onClose={onClose}>
            <p>{say.inviteText}</p>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void send();
                }}
            >
                <LinesField
                    optional
                    label={say.message}
                    hint={say.messageHint}
                    value={text}
                    error={tooLong ? say.messageTooLong : undefined}
                    onChange={(value) => {
                        once.renew();
                        setText(value);
                    }}
                />
                <RefusedAct error={failure} />
                <div className="actions">
                    <button type="submit" className="button button-main" aria-disabled={busy}>
                        {say.inviteSend}
                    </button>
                    <button type="button" className="button" onClick={onClose}>
                        {account.cancel}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

/// Shown when it is asked for, since each look is told; gone with the page.
function ReadContact({posting, alias, name}: Properties) {
    const words = useEmployerWords();
    const {readContact} = useCandidateActs(posting, alias);
    const {busy, failure, act} = useAct();
    const [contact, setContact] = useState<Contact | null>(null);
    const say = words.candidates;
    const read = () =>
        act(async () => {
            setContact(await readContact());
        });
    if (contact) {
        const lines = [
            [say.contactName, contact.name],
            [say.contactEmail, contact.email],
            [say.contactPhone, contact.phone],
        ] as const;
        return (
            <div className="contact" role="status">
                <dl className="facts">
                    {lines.map(([label, value]) => (
                        <div key={label}>
                            <dt>{label}</dt>
                            <dd dir="auto">
                                {value ?? <span className="unknown">{say.notGiven}</span>}
                            </dd>
                        </div>
                    ))}
                </dl>
                <button
                    type="button"
                    className="button button-quiet"
                    onClick={() => setContact(null)}
                >
                    {say.hide}
                </button>
            </div>
        );
    }
    const gone = failure instanceof Refusal && failure.status === 404;
    return (
        <div>
            <div className="actions">
                <button
                    type="button"
                    className="button button-main"
                    aria-disabled={busy}
                    onClick={() => void read()}
                >
                    {say.contact}
                    <Of name={name} />
                </button>
                <p className="hint">{say.contactHint}</p>
            </div>
            {gone ? (
                <p className="field-error" role="alert">
                    {say.gone}
                </p>
            ) : (
                <RefusedAct error={failure} />
            )}
        </div>
    );
}
