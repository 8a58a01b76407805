import {useState} from 'react';

import {useText} from '../text/text';
import {readStored, store} from './storage';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

export function applyTheme(theme: Theme = readStored<Theme>('theme', 'system')): void {
    if (theme === 'system') {
        delete document.documentElement.dataset['theme'];
    } else {
        document.documentElement.dataset['theme'] = theme;
    }
}

export function ThemeChoice() {
    const {t} = useText();
    const [theme, setTheme] = useState(() => readStored<Theme>('theme', 'system'));
    const choose = (value: string) => {
        const chosen = themes.find((one) => one === value) ?? 'system';
        setTheme(chosen);
        store('theme', chosen === 'system' ? undefined : chosen);
        applyTheme(chosen);
    };
    return (
        <label className="inline-field">
            <span>{t.common.theme}</span>
            <select value={theme} onChange={(event) => choose(event.target.value)}>
                {themes.map((one) => (
                    <option key={one} value={one}>
                        {t.common.themes[one]}
                    </option>
                ))}
            </select>
        </label>
    );
}
