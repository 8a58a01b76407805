import {useCallback, useEffect, useRef} from 'react';

/// A function that stays the same while what it does follows: for rows that are not drawn anew.
export function useSteady<Argument>(act: (argument: Argument) => void) {
    const latest = useRef(act);
    useEffect(() => {
        latest.current = act;
    });
    return useCallback((argument: Argument) => latest.current(argument), []);
}
