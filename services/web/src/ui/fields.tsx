import {useEffect, useId, useRef, type ReactNode} from 'react';

import {useText} from '../text/text';

interface FieldProperties {
    label: string;
    value: string;
    onChange: (value: string) => void;
    hint?: string | undefined;
    error?: string | undefined;
    optional?: boolean;
}

function Frame(properties: {
    id: string;
    label: string;
    hint?: string | undefined;
    error?: string | undefined;
    optional?: boolean;
    children: ReactNode;
}) {
    const {t} = useText();
    const {id, label, hint, error, optional, children} = properties;
    return (
        <div className={error ? 'field field-wrong' : 'field'}>
            <label htmlFor={id}>
                {label}
                {optional && <span className="quiet"> ({t.profile.optional})</span>}
            </label>
            {hint && (
                <p className="hint" id={`${id}-hint`}>
                    {hint}
                </p>
            )}
            {children}
            {error && (
                <p className="field-error" id={`${id}-error`}>
                    {error}
                </p>
            )}
        </div>
    );
}

const describedBy = (id: string, hint?: string, error?: string) =>
    [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

type TextKind = 'text' | 'date' | 'decimal' | 'digits' | 'email' | 'password';

const inputTypes: Partial<Record<TextKind, string>> = {
    date: 'date',
    email: 'email',
    password: 'password',
};
const keyboards = {decimal: 'decimal', digits: 'numeric'} as const;

function useFocused<Field extends HTMLElement>(focused: boolean | undefined) {
    const field = useRef<Field>(null);
    useEffect(() => {
        if (focused) {
            field.current?.focus();
        }
    }, [focused]);
    return field;
}

/// `complete`: what a browser or a password manager may fill in. `focused`: typed into first.
export function TextField(
    properties: FieldProperties & {
        kind?: TextKind;
        max?: string;
        complete?: string;
        focused?: boolean;
    },
) {
    const {value, onChange, kind = 'text', max, complete = 'off', focused, ...frame} = properties;
    const id = useId();
    const input = useFocused<HTMLInputElement>(focused);
    return (
        <Frame id={id} {...frame}>
            <input
                ref={input}
                id={id}
                className={`input input-${kind}`}
                type={inputTypes[kind] ?? 'text'}
                inputMode={kind === 'decimal' || kind === 'digits' ? keyboards[kind] : undefined}
                autoComplete={complete}
                max={max}
                value={value}
                aria-describedby={describedBy(id, frame.hint, frame.error)}
                aria-invalid={frame.error ? true : undefined}
                onChange={(event) => onChange(event.target.value)}
            />
        </Frame>
    );
}

export function LinesField(properties: FieldProperties & {focused?: boolean}) {
    const {value, onChange, focused, ...frame} = properties;
    const id = useId();
    const area = useFocused<HTMLTextAreaElement>(focused);
    return (
        <Frame id={id} {...frame}>
            <textarea
                ref={area}
                id={id}
                className="input"
                rows={3}
                value={value}
                aria-describedby={describedBy(id, frame.hint, frame.error)}
                onChange={(event) => onChange(event.target.value)}
            />
        </Frame>
    );
}

export function Select(
    properties: FieldProperties & {options: readonly (readonly [string, string])[]},
) {
    const {t} = useText();
    const {value, onChange, options, ...frame} = properties;
    const id = useId();
    return (
        <Frame id={id} {...frame}>
            <select
                id={id}
                className="input"
                value={value}
                aria-describedby={describedBy(id, frame.hint, frame.error)}
                onChange={(event) => onChange(event.target.value)}
            >
                {!options.some(([one]) => one === '') && (
                    <option value="">{t.profile.choose}</option>
                )}
                {options.map(([one, name]) => (
                    <option key={one} value={one}>
                        {name}
                    </option>
                ))}
            </select>
        </Frame>
    );
}

export function Check(properties: {
    label: ReactNode;
    checked: boolean;
    onChange: (checked: boolean) => void;
}) {
    return (
        <label className="check">
            <input
                type="checkbox"
                checked={properties.checked}
                onChange={(event) => properties.onChange(event.target.checked)}
            />
            <span>{properties.label}</span>
        </label>
    );
}

export function Choice<Value extends string>(properties: {
    legend: string;
    value: Value | '';
    options: readonly (readonly [Value, string])[];
    onChange: (value: Value) => void;
    inline?: boolean;
}) {
    const name = useId();
    return (
        <fieldset className={properties.inline ? 'choice choice-inline' : 'choice'}>
            <legend>{properties.legend}</legend>
            <div>
                {properties.options.map(([value, label]) => (
                    <label key={value} className="check">
                        <input
                            type="radio"
                            name={name}
                            checked={properties.value === value}
                            onChange={() => properties.onChange(value)}
                        />
                        <span>{label}</span>
                    </label>
                ))}
            </div>
        </fieldset>
    );
}
