// The profile, kept in this browser only.

import {createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode} from 'react';

import type {Candidate} from '../api/client';
import {missingOf, toCandidate, type Missing} from './document';
import {emptyDraft, type Draft} from './draft';
import {readStored, store} from '../ui/storage';

interface Profile {
    draft: Draft;
    started: boolean;
    candidate: Candidate | null; ///< What there is of it, once the first answers are given.
    missing: Missing[];
    change: (what: Partial<Draft>) => void;
    replace: (draft: Draft) => void;
    clear: () => void;
}

const key = 'profile';
const ProfileContext = createContext<Profile | null>(null);

function readDraft(): Draft {
    const stored = readStored<Partial<Draft>>(key, {});
    return {...emptyDraft, ...stored};
}

export function ProfileProvider({children}: {children: ReactNode}) {
    const [draft, setDraft] = useState(readDraft);
    useEffect(() => {
        if (draft === emptyDraft) {
            store(key, undefined);
        } else {
            store(key, draft);
        }
    }, [draft]);
    const change = useCallback(
        (what: Partial<Draft>) => setDraft((before) => ({...before, ...what})),
        [],
    );
    const clear = useCallback(() => setDraft(emptyDraft), []);
    const profile = useMemo(
        () => ({
            draft,
            started: JSON.stringify(draft) !== JSON.stringify(emptyDraft),
            candidate: toCandidate(draft),
            missing: missingOf(draft),
            change,
            replace: setDraft,
            clear,
        }),
        [draft, change, clear],
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
