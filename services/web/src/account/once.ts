import {useRef} from 'react';

import {isRefusal} from '../api/client';

/// The Idempotency-Key of what a form asks for: the same until `renew`, so that what is sent again
/// after a failure is done once.
export function useOnce() {
    const key = useRef('');
    const current = () => (key.current ||= window.crypto.randomUUID());
    const renew = () => {
        key.current = '';
    };
    return {
        key: current,
        renew,
        /// Asks by the key. Once there is an answer, be it a refusal, the next has another key.
        by: async <Answer>(ask: (key: string) => Promise<Answer>): Promise<Answer> => {
            try {
                const answer = await ask(current());
                renew();
                return answer;
            } catch (error) {
                if (isRefusal(error)) {
                    renew();
                }
                throw error;
            }
        },
    };
}
