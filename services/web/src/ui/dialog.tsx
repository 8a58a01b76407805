import {useEffect, useId, useRef, type ReactNode} from 'react';

import {useText} from '../text/text';
import {Icon} from './icons';

/// A modal dialog of the browser's own: it keeps the focus, Escape closes it, and the focus goes
/// back to where it was.
export function Dialog(properties: {
    title: string;
    onClose: () => void;
    children: ReactNode;
    wide?: boolean;
}) {
    const {title, onClose, children, wide = false} = properties;
    const {t} = useText();
    const heading = useId();
    const dialog = useRef<HTMLDialogElement>(null);
    useEffect(() => {
        const before = document.activeElement;
        dialog.current?.showModal();
        return () => {
            if (before instanceof HTMLElement) {
                before.focus();
            }
        };
    }, []);
    return (
        <dialog
            ref={dialog}
            className={wide ? 'dialog dialog-wide' : 'dialog'}
            aria-labelledby={heading}
            onClose={onClose}
        >
            <header>
                <h2 id={heading}>{title}</h2>
                <button
                    type="button"
                    className="button button-quiet"
                    onClick={() => dialog.current?.close()}
                >
                    <Icon name="remove" />
                    {t.common.close}
                </button>
            </header>
            <div className="dialog-body">{children}</div>
        </dialog>
    );
}
