// The days of a package's calendar (RFC 5545): each an event that takes the whole day.

export interface CalendarDay {
    day: string; ///< 2026-11-29
    words: string;
}

const unescaped = (text: string) =>
    text.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one));

export function daysOf(calendar: string): CalendarDay[] {
    const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
    const days: CalendarDay[] = [];
    let open: Partial<CalendarDay> | null = null;
    for (const line of lines) {
        const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
        if (name === 'BEGIN' && value === 'VEVENT') {
            open = {};
        } else if (name === 'END' && value === 'VEVENT') {
            if (open?.day !== undefined && open.words !== undefined) {
                days.push({day: open.day, words: open.words});
            }
            open = null;
        } else if (open && name === 'DTSTART') {
            open.day = value.replace(/^(\d{4})(\d\d)(\d\d).*/, '$1-$2-$3');
        } else if (open && name === 'SUMMARY') {
            open.words = unescaped(value);
        }
    }
    return days.sort((one, other) => (one.day < other.day ? -1 : 1));
}
