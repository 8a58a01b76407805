// Small drawings of our own; beside words they say nothing to a screen reader.

const paths = {
    check: 'M3.5 8.5l3 3 6-7',
    warn: 'M8 2.5l6 11H2zM8 6.5v3.2M8 11.6v.2',
    fail: 'M4 4l8 8M12 4l-8 8',
    unknown: 'M5.6 6a2.4 2.4 0 1 1 3.3 2.2c-.7.3-.9.7-.9 1.4M8 12v.2',
    info: 'M8 7.2v4.6M8 4.4v.2',
    out: 'M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.5 3.5L7.5 8.5',
    save: 'M4.5 2.5h7v11L8 10.6l-3.5 2.9z',
    hide: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13L13 3',
    compare: 'M5 2.5v11M11 2.5v11M2.5 5.5h5M8.5 10.5h5',
    remove: 'M4 4l8 8M12 4l-8 8',
    search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3.5 3.5',
    back: 'M9.5 3.5L5 8l4.5 4.5',
    plus: 'M8 3v10M3 8h10',
    place: 'M8 14s4.5-4.4 4.5-7.6A4.5 4.5 0 0 0 3.5 6.4C3.5 9.6 8 14 8 14zM8 8a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 8 8z',
    pay: 'M2 4.5h12v7H2zM8 9.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z',
    day: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
    list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
    speech: 'M2.5 3h11v8h-6L4 13.8V11H2.5z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({name}: {name: IconName}) {
    return (
        <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={paths[name]} />
        </svg>
    );
}

/// A blazed trail: peaks and a marker.
export function Mark() {
    return (
        <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path
                className="mark-ground"
                d="M7 0h18a7 7 0 0 1 7 7v18a7 7 0 0 1-7 7H7a7 7 0 0 1-7-7V7a7 7 0 0 1 7-7z"
            />
            <path className="mark-peaks" d="M7 23l6.5-10 4 5.5L20.5 14 25 23z" />
            <circle className="mark-sun" cx="22.5" cy="9.5" r="2.75" />
        </svg>
    );
}
