import {useEffect, useRef, useState} from 'react';

import {useText} from '../text/text';
import {Dialog} from '../ui/dialog';
import {Check} from '../ui/fields';
import {readStored, store} from '../ui/storage';

export type Action = 'next' | 'previous' | 'original' | 'save' | 'compare' | 'hide' | 'search';

const actions: Record<string, Action | 'help'> = {
    j: 'next',
    k: 'previous',
    o: 'original',
    s: 'save',
    x: 'compare',
    h: 'hide',
    '/': 'search',
    '?': 'help',
};

/// Single keys act only where nothing is being typed and no dialog is open, and can be switched off
/// (WCAG 2.1.4).
function isTyping(target: EventTarget | null): boolean {
    return (
        document.querySelector('dialog[open]') !== null ||
        (target instanceof HTMLElement &&
            (target.matches('input:not([type=checkbox]), textarea, select') ||
                target.isContentEditable))
    );
}

export function Shortcuts({act}: {act: (action: Action) => void}) {
    const {t} = useText();
    const [on, setOn] = useState(() => readStored('shortcuts', true));
    const [help, setHelp] = useState(false);
    const latest = useRef(act);
    useEffect(() => {
        latest.current = act;
    });
    useEffect(() => {
        if (!on) {
            return;
        }
        const pressed = (event: KeyboardEvent) => {
            const action = actions[event.key];
            if (
                !action ||
                event.ctrlKey ||
                event.metaKey ||
                event.altKey ||
                isTyping(event.target)
            ) {
                return;
            }
            event.preventDefault();
            if (action === 'help') {
                setHelp(true);
            } else {
                latest.current(action);
            }
        };
        window.addEventListener('keydown', pressed);
        return () => window.removeEventListener('keydown', pressed);
    }, [on]);
    const switchTo = (value: boolean) => {
        setOn(value);
        store('shortcuts', value ? undefined : false);
    };
    return (
        <>
            <button type="button" className="button button-quiet" onClick={() => setHelp(true)}>
                {t.matches.shortcuts}
            </button>
            {help && (
                <Dialog title={t.matches.shortcuts} onClose={() => setHelp(false)}>
                    <Check label={t.matches.shortcutsOn} checked={on} onChange={switchTo} />
                    <dl className="keys">
                        {t.matches.shortcutKeys.map(([key, meaning]) => (
                            <div key={key}>
                                <dt>
                                    <kbd>{key}</kbd>
                                </dt>
                                <dd>{meaning}</dd>
                            </div>
                        ))}
                    </dl>
                </Dialog>
            )}
        </>
    );
}
