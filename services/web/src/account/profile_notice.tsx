import {useRef, useState} from 'react';

import type {Candidate} from '../api/client';
import {sameDocument, toCandidate, toDraft} from '../profile/document';
import {choose, keepInAccount, readKept, save, type Standing} from '../profile/kept';
import {useProfile} from '../profile/store';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {Failure} from '../ui/states';
import {useAct} from './act';
import {Refused} from './refused';
import {useSignedIn} from './session';
import {DownloadHere} from './sign_out';

/// What has to be said, or asked, about the profile and the account.
export default function ProfileNotice() {
    const {candidate, standing} = useProfile();
    const signedIn = useSignedIn();
    const [declined, setDeclined] = useState(false);
    switch (standing.state) {
        case 'differs':
            return <Differs theirs={standing.theirs.document} />;
        case 'unread':
            return <Failure error={standing.error} again={readKept} />;
        case 'unsaved':
            return <Unsaved standing={standing} />;
        case 'browser': {
            const may = signedIn?.account.role === 'candidate' && !signedIn.candidate;
            return may && candidate && !declined ? (
                <Offer document={candidate} onDecline={() => setDeclined(true)} />
            ) : null;
        }
        default:
            return null;
    }
}

function Offer({document, onDecline}: {document: Candidate; onDecline: () => void}) {
    const {keep} = useAccountWords();
    const key = useRef({of: document, id: ''});
    const {busy, failure, act} = useAct();
    const agree = () =>
        act(() => {
            // Sent again after a failure, it is done once; another document is another request.
            if (key.current.id === '' || key.current.of !== document) {
                key.current = {of: document, id: window.crypto.randomUUID()};
            }
            return keepInAccount(document, key.current.id);
        });
    return (
        <section className="notice">
            <h2>{keep.title}</h2>
            <p>{keep.text}</p>
            <Refused error={failure} />
            <div className="actions">
                <button
                    type="button"
                    className="button button-main"
                    aria-disabled={busy}
                    onClick={() => void agree()}
                >
                    {keep.yes}
                </button>
                <button type="button" className="button" onClick={onDecline}>
                    {keep.no}
                </button>
            </div>
        </section>
    );
}

const partsOf = {
    you: ['birth_date', 'marital', 'citizenship_status'],
    languages: ['language_tests'],
    education: ['education'],
    work: ['jobs'],
    spouse: ['spouse'],
    wishes: ['preferences', 'skills'],
} as const satisfies Record<string, readonly (keyof Candidate)[]>;

/// In which steps two documents are not the same; whatever belongs to no other step is `more`.
function differences(mine: Candidate | null, theirs: Candidate) {
    const steps = Object.keys(partsOf) as (keyof typeof partsOf)[];
    const pick = (of: Candidate | null, names: readonly string[]) =>
        Object.fromEntries(
            Object.entries(of ?? {}).filter(([name]) => names.includes(name)),
        ) as unknown as Candidate;
    const named: string[] = Object.values(partsOf).flat();
    const others = Object.keys({...mine, ...theirs}).filter((name) => !named.includes(name));
    const differ = (names: readonly string[]) =>
        !sameDocument(pick(mine, names), pick(theirs, names));
    return [
        ...steps.filter((step) => differ(partsOf[step])),
        ...(differ(others) ? (['more'] as const) : []),
    ];
}

function Differs({theirs}: {theirs: Candidate}) {
    const {t} = useText();
    const {keep} = useAccountWords();
    const {draft} = useProfile();
    const parts = differences(toCandidate(draft), toCandidate(toDraft(theirs)) ?? theirs);
    return (
        <section className="notice notice-bad" role="alert">
            <h2>{keep.differsTitle}</h2>
            <p>{keep.differs}</p>
            {parts.length > 0 && (
                <p>
                    {keep.parts}
                    {t.common.colon}
                    {parts.map((part) => t.profile.steps[part]).join(', ')}.
                </p>
            )}
            <div className="actions">
                <button type="button" className="button button-main" onClick={() => choose('mine')}>
                    {keep.mine}
                </button>
                <button type="button" className="button" onClick={() => choose('theirs')}>
                    {keep.theirs}
                </button>
                <DownloadHere />
            </div>
        </section>
    );
}

function Unsaved({standing}: {standing: Extract<Standing, {state: 'unsaved' | 'unread'}>}) {
    const {t} = useText();
    const {keep} = useAccountWords();
    return (
        <section className="notice notice-bad" role="alert">
            <p>{keep.unsaved}</p>
            <Refused error={standing.error} />
            <button type="button" className="button" onClick={() => void save()}>
                {t.common.retry}
            </button>
        </section>
    );
}
