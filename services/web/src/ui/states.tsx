import type {ReactNode} from 'react';

import {Refusal} from '../api/client';
import {useText} from '../text/text';

export function Loading() {
    const {t} = useText();
    return (
        <p className="loading" role="status">
            {t.common.loading}
        </p>
    );
}

function useReason(error: unknown): string {
    const {t} = useText();
    if (!(error instanceof Refusal)) {
        return t.common.failedNetwork;
    }
    if (error.status === 429 || error.status === 503) {
        return t.common.failedBusy;
    }
    return error.status < 500
        ? t.common.failedInput(error.where, error.detail)
        : t.common.failedServer;
}

export function Failure({error, again}: {error: unknown; again: () => unknown}) {
    const {t} = useText();
    const reason = useReason(error);
    return (
        <div className="notice notice-bad" role="alert">
            <h2>{t.common.failedTitle}</h2>
            <p>{reason}</p>
            {error instanceof Refusal && error.trace !== '' && (
                <p className="quiet">{t.common.trace(error.trace)}</p>
            )}
            <button type="button" className="button" onClick={() => void again()}>
                {t.common.retry}
            </button>
        </div>
    );
}

export function Empty({title, children}: {title: string; children: ReactNode}) {
    return (
        <div className="notice">
            <h2>{title}</h2>
            {children}
        </div>
    );
}
