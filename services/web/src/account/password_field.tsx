import {useState} from 'react';

import {useAccountWords} from '../text/later';
import {TextField} from '../ui/fields';

/// A password, which can be pasted, filled in by a password manager, and looked at.
export function PasswordField(properties: {
    label: string;
    value: string;
    onChange: (value: string) => void;
    isNew?: boolean;
    hint?: string;
    error?: string | undefined;
}) {
    const {isNew = false, ...field} = properties;
    const words = useAccountWords();
    const [shown, setShown] = useState(false);
    return (
        <div className="password">
            <TextField
                {...field}
                kind={shown ? 'text' : 'password'}
                complete={isNew ? 'new-password' : 'current-password'}
            />
            <button
                type="button"
                className="button button-quiet"
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
            >
                {words.showPassword}
                <span className="hidden-text"> ({field.label})</span>
            </button>
        </div>
    );
}
