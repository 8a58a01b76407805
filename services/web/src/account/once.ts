import {useRef} from 'react';

/// The Idempotency-Key of what a form asks for: the same until `renew`, so that what is sent again
/// after a failure is done once.
export function useOnce() {
    const key = useRef('');
    return {
        key: () => (key.current ||= window.crypto.randomUUID()),
        renew: () => {
            key.current = '';
        },
    };
}
