import {useId, type ReactNode} from 'react';

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

export function TextField(
    properties: FieldProperties & {kind?: 'text' | 'date' | 'decimal'; max?: string},
) {
    const {value, onChange, kind = 'text', max, ...frame} = properties;
    const id = useId();
    return (
        <Frame id={id} {...frame}>
            <input
                id={id}
                className={`input input-${kind}`}
                type={kind === 'date' ? 'date' : 'text'}
                inputMode={kind === 'decimal' ? 'decimal' : undefined}
                autoComplete="off"
                max={max}
                value={value}
                aria-describedby={describedBy(id, frame.hint, frame.error)}
                aria-invalid={frame.error ? true : undefined}
                onChange={(event) => onChange(event.target.value)}
            />
        </Frame>
    );
}

export function LinesField(properties: FieldProperties) {
    const {value, onChange, ...frame} = properties;
    const id = useId();
    return (
        <Frame id={id} {...frame}>
            <textarea
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
