// What this browser remembers. Where it remembers nothing (private windows, full disks) the pages
// work all the same, until they are closed.

const prefix = 'jobscout.';

export function readStored<Value>(name: string, otherwise: Value): Value {
    try {
        const text = window.localStorage.getItem(prefix + name);
        return text === null ? otherwise : (JSON.parse(text) as Value);
    } catch {
        return otherwise;
    }
}

export function store(name: string, value: unknown): void {
    try {
        if (value === undefined) {
            window.localStorage.removeItem(prefix + name);
        } else {
            window.localStorage.setItem(prefix + name, JSON.stringify(value));
        }
    } catch {
        // Remembered until the page is closed.
    }
}

/// Nothing stays.
export function forgetAll(): void {
    try {
        const names = Object.keys(window.localStorage).filter((name) => name.startsWith(prefix));
        for (const name of names) {
            window.localStorage.removeItem(name);
        }
    } catch {
        // Nothing was remembered.
    }
}
