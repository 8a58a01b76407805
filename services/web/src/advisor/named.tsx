import {useAdvisorWords} from '../text/later';

/// Whose it is: as the résumé says it, else the beginning of a number.
export function useNameOf(): (one: {name: string | null; candidate: string}) => string {
    const words = useAdvisorWords();
    return ({name, candidate}) => name ?? words.nameless(candidate.slice(0, 8));
}
