import type {SourceEntry} from './api';

export const schedules = ['every', 'daily'] as const;
export const fields = ['delay', 'bytes', 'seconds', 'redirects', 'pages'] as const;
type Field = (typeof fields)[number];

/// What stands in the form of a source.
export interface SourceDraft extends Record<Field, string> {
    name: string;
    url: string;
    schedule: (typeof schedules)[number];
    minutes: string;
    time: string;
    employer: string;
    complete: boolean;
    ignoresRobots: boolean;
    agent: string;
}

export const emptyDraft: SourceDraft = {
    name: '',
    url: '',
    schedule: 'every',
    minutes: '60',
    time: '05:00',
    employer: '',
    complete: false,
    ignoresRobots: false,
    agent: '',
    delay: '',
    bytes: '',
    seconds: '',
    redirects: '',
    pages: '',
};

export type Wrong = Partial<Record<keyof SourceDraft, true>>;

const whole = (text: string, least: number, most: number) =>
    /^\d{1,13}$/.test(text) && Number(text) >= least && Number(text) <= most;
const bounds: Record<Exclude<Field, 'delay'>, [number, number]> = {
    bytes: [1, 1099511627776],
    seconds: [1, 86400],
    redirects: [0, 20],
    pages: [1, 1000],
};

/// What cannot be as it stands.
export function wrongIn(draft: SourceDraft): Wrong {
    const isWrong: [keyof SourceDraft, boolean][] = [
        ['name', !/^[A-Za-z0-9_-]{1,64}$/.test(draft.name.trim())],
        ['url', !/^https?:\/\/[^\s]+$/.test(draft.url.trim())],
        ['minutes', draft.schedule === 'every' && !whole(draft.minutes, 1, 44640)],
        ['time', draft.schedule === 'daily' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.time)],
        ['agent', !/^[ -~]*$/.test(draft.agent)],
        [
            'delay',
            draft.delay !== '' &&
                !(/^\d+([.,]\d+)?$/.test(draft.delay) && read(draft.delay) <= 600),
        ],
        ...Object.entries(bounds).map(([name, [least, most]]): [keyof SourceDraft, boolean] => {
            const text = draft[name as Field];
            return [name as Field, text !== '' && !whole(text, least, most)];
        }),
    ];
    return Object.fromEntries(isWrong.filter(([, wrong]) => wrong).map(([name]) => [name, true]));
}

const read = (text: string) => Number(text.replace(',', '.'));

/// The entry of a draft in which nothing is wrong; what is left out is as the service has it.
export function entryOf(draft: SourceDraft): SourceEntry {
    const limits = Object.fromEntries(
        Object.keys(bounds).flatMap((name) => {
            const text = draft[name as Field];
            return text === '' ? [] : [[name, Number(text)]];
        }),
    );
    return {
        url: draft.url.trim(),
        schedule:
            draft.schedule === 'every'
                ? {every_minutes: Number(draft.minutes)}
                : {daily_at: draft.time},
        ...(draft.employer.trim() === '' ? {} : {employer: draft.employer.trim()}),
        ...(draft.complete ? {complete: true} : {}),
        ...(draft.ignoresRobots ? {robots: 'none' as const} : {}),
        ...(draft.agent.trim() === '' ? {} : {user_agent: draft.agent.trim()}),
        ...(draft.delay === '' ? {} : {crawl_delay_seconds: read(draft.delay)}),
        ...(Object.keys(limits).length > 0 ? {limits} : {}),
    };
}

/// An entry as it is edited.
export function draftOf(name: string, entry: SourceEntry): SourceDraft {
    const text = (value: number | undefined) => (value === undefined ? '' : String(value));
    const {schedule, limits} = entry;
    const daily = 'daily_at' in schedule;
    return {
        name,
        url: entry.url,
        schedule: daily ? 'daily' : 'every',
        minutes: daily ? emptyDraft.minutes : String(schedule.every_minutes),
        time: daily ? schedule.daily_at : emptyDraft.time,
        employer: entry.employer ?? '',
        complete: entry.complete === true,
        ignoresRobots: entry.robots === 'none',
        agent: entry.user_agent ?? '',
        delay: text(entry.crawl_delay_seconds),
        bytes: text(limits?.bytes),
        seconds: text(limits?.seconds),
        redirects: text(limits?.redirects),
        pages: text(limits?.pages),
    };
}
