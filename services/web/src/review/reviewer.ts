import {useSignedIn} from '../account/session';
import {useReviewWords} from '../text/later';

/// Who decided: oneself, or the beginning of the number by which the other is known.
export function useReviewer(): (reviewer: string) => string {
    const words = useReviewWords();
    const mine = useSignedIn()?.account.id ?? '';
    return (reviewer) =>
        reviewer.includes(mine) && mine !== ''
            ? words.you
            : words.reviewer(reviewer.replace(/^account:/, '').slice(0, 12));
}
