import {useRef, useState} from 'react';

/// Something that a form asks the service to do: once at a time, and what is said against it.
export function useAct() {
    const [busy, setBusy] = useState(false);
    const [failure, setFailure] = useState<unknown>(null);
    const running = useRef(false);
    const act = async (what: () => Promise<unknown>): Promise<boolean> => {
        if (running.current) {
            return false;
        }
        running.current = true;
        setBusy(true);
        setFailure(null);
        try {
            await what();
            return true;
        } catch (error) {
            setFailure(error);
            return false;
        } finally {
            running.current = false;
            setBusy(false);
        }
    };
    return {busy, failure, act};
}
