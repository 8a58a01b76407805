import type {Source} from './api';

const tolerated = 5 * 60 * 1000; // Milliseconds that a run may begin late.

export type SourceStanding = 'succeeded' | 'failing' | 'overdue' | 'waiting' | 'unlisted';

export const toneOf: Record<SourceStanding, string> = {
    succeeded: 'tag-good',
    failing: 'tag-bad',
    overdue: 'tag-warn',
    waiting: '',
    unlisted: '',
};

/// How a source does, in one word; the worst that is true.
export function standingOf(source: Source): SourceStanding {
    const {last_run, last_error, listed, due_at} = source;
    if (last_run?.outcome === 'failed' || last_error !== null) {
        return 'failing';
    }
    if (listed && due_at !== null && Date.parse(due_at) < Date.now() - tolerated) {
        return 'overdue';
    }
    if (!listed) {
        return 'unlisted';
    }
    return last_run ? 'succeeded' : 'waiting';
}
