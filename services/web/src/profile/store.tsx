// The profile for pages: what stands in the fields, and the document made of it.

import {createContext, use, useMemo, useSyncExternalStore, type ReactNode} from 'react';

import {useSession} from '../account/session';
import type {Candidate} from '../api/client';
import {missingOf, toCandidate, type Missing} from './document';
import {emptyDraft, type Draft} from './draft';
import {clearHere, profileNow, setDraft, subscribe, type Standing} from './kept';

interface Profile {
    draft: Draft;
    started: boolean;
    candidate: Candidate | null; ///< What there is of it, once the first answers are given.
    missing: Missing[];
    standing: Standing;
    isAwaited: boolean; ///< The account may have one that is not here yet.
    change: (what: Partial<Draft>) => void;
    replace: (draft: Draft) => void;
    clear: () => void;
}

const ProfileContext = createContext<Profile | null>(null);

const change = (what: Partial<Draft>) => setDraft({...profileNow().draft, ...what});

export function ProfileProvider({children}: {children: ReactNode}) {
    const {draft, standing} = useSyncExternalStore(subscribe, profileNow);
    const {session} = useSession();
    const isAsked = session.state === 'unknown' && !session.failed;
    const made = useMemo(
        () => ({
            draft,
            started: JSON.stringify(draft) !== JSON.stringify(emptyDraft),
            candidate: toCandidate(draft),
            missing: missingOf(draft),
        }),
        [draft],
    );
    const profile = useMemo(
        () => ({
            ...made,
            standing,
            isAwaited: !made.started && (isAsked || standing.state === 'reading'),
            change,
            replace: setDraft,
            clear: clearHere,
        }),
        [made, standing, isAsked],
    );
    return <ProfileContext value={profile}>{children}</ProfileContext>;
}

export function useProfile(): Profile {
    const profile = use(ProfileContext);
    if (!profile) {
        throw new Error('outside ProfileProvider');
    }
    return profile;
}
