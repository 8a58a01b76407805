import {useId} from 'react';

/// A range of the browser's own, with what it stands at in words.
export function Slider(properties: {
    label: string;
    value: number;
    min: number;
    max: number;
    step?: number;
    said: string; ///< The value as it is read.
    onChange: (value: number) => void;
}) {
    const {label, value, min, max, step = 1, said, onChange} = properties;
    const id = useId();
    return (
        <div className="slider">
            <label htmlFor={id}>{label}</label>
            <output htmlFor={id}>{said}</output>
            <input
                id={id}
                type="range"
                min={min}
                max={max}
                step={step}
                value={value}
                aria-valuetext={said}
                onChange={(event) => onChange(Number(event.target.value))}
            />
        </div>
    );
}
