import {useEffect, useMemo, useState} from 'react';

const quiet = 250; // Milliseconds without a change.

/// What is read of a text once it changes no more, as while a slider is drawn.
export function useSettled<Value>(text: string, read: (text: string) => Value): Value {
    const [settled, setSettled] = useState(text);
    useEffect(() => {
        const later = setTimeout(() => setSettled(text), quiet);
        return () => clearTimeout(later);
    }, [text]);
    return useMemo(() => read(settled), [settled, read]);
}
