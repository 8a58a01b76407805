import {hasUnkept} from '../profile/kept';
import {useProfile} from '../profile/store';
import {useAccountWords} from '../text/later';

/// How the profile stands with the account, in a sentence.
export function useStandingWords(): string {
    const {keep} = useAccountWords();
    const {standing} = useProfile();
    switch (standing.state) {
        case 'reading':
        case 'saving':
            return keep.saving;
        case 'saved':
            return hasUnkept() ? `${keep.saved} ${keep.incomplete}` : keep.saved;
        case 'unread':
            return keep.unreadTitle;
        case 'unsaved':
            return keep.unsaved;
        case 'differs':
            return keep.differsTitle;
        case 'browser':
            return keep.browser;
    }
}
