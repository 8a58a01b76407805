import type {ReactNode} from 'react';

import {Refusal} from '../api/client';
import {useText} from '../text/text';

/// `tall`: as high as a window, so that what stands below does not move into sight and out again.
export function Loading({tall = false}: {tall?: boolean}) {
    const {t} = useText();
    return (
        <p className={tall ? 'loading loading-tall' : 'loading'} role="status">
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

/// `page`: it stands for the whole page, whose heading it has.
export function Failure(properties: {error: unknown; again: () => unknown; page?: boolean}) {
    const {error, again, page = false} = properties;
    const {t} = useText();
    const reason = useReason(error);
    const Heading = page ? 'h1' : 'h2';
    return (
        <div className="notice notice-bad" role="alert">
            <Heading>{t.common.failedTitle}</Heading>
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

export function Empty(properties: {title: string; children: ReactNode; page?: boolean}) {
    const {title, children, page = false} = properties;
    const Heading = page ? 'h1' : 'h2';
    return (
        <div className="notice">
            <Heading>{title}</Heading>
            {children}
        </div>
    );
}
