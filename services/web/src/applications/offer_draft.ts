// The terms of an offer as they stand in the fields. What nobody stated stays unstated.

import type {Posting} from '../api/client';
import {isBetween, isPast} from '../profile/document';
import type {KeptOffer, OfferRecord} from './api';

export const answers = ['unstated', 'yes', 'no'] as const;
export type Answer = (typeof answers)[number];
export const yesOrNo = [
    'permanent',
    'in_writing',
    'paid',
    'continuous',
    'seasonal',
    'lmia',
] as const;
type Terms = OfferRecord['offer'];

export type OfferDraft = Record<(typeof yesOrNo)[number], Answer> & {
    received: string;
    noc: string;
    occupation: string;
    province: string;
    hours: string;
    rest: Partial<Terms>; ///< What was recorded beside; it goes along as it is.
};

const answerOf = (value: boolean | null | undefined): Answer =>
    value == null ? 'unstated' : value ? 'yes' : 'no';

const unstated = Object.fromEntries(yesOrNo.map((name) => [name, 'unstated'])) as Record<
    (typeof yesOrNo)[number],
    Answer
>;

/// As the posting says it, where it does.
export function firstOffer(posting: Posting | undefined, say: (noc: string) => string): OfferDraft {
    const hours = posting?.work_hours;
    return {
        ...unstated,
        permanent: answerOf(posting?.employment_term === 'permanent' ? true : null),
        received: '',
        noc: posting?.noc ?? '',
        occupation: posting?.noc ? say(posting.noc) : '',
        province: posting?.job_locations[0]?.province ?? '',
        hours: hours && hours.min === hours.max ? String(hours.min) : '',
        rest: {},
    };
}

export function readOffer(
    {offer, received_on}: KeptOffer,
    say: (noc: string) => string,
): OfferDraft {
    const {noc, province, hours_per_week, ...rest} = offer as unknown as Terms; // As it was given.
    return {
        ...unstated,
        ...Object.fromEntries(yesOrNo.map((name) => [name, answerOf(rest[name])])),
        received: received_on,
        noc,
        occupation: say(noc),
        province: province ?? '',
        hours: hours_per_week == null ? '' : String(hours_per_week),
        rest: Object.fromEntries(
            Object.entries(rest).filter(([name]) => !(yesOrNo as readonly string[]).includes(name)),
        ),
    };
}

/// Null while something is missing or cannot be.
export function writeOffer(draft: OfferDraft): OfferRecord | null {
    const {received, noc, province, hours, rest} = draft;
    if (!isPast(received) || noc === '' || (hours !== '' && !isBetween(hours, 1, 168))) {
        return null;
    }
    const stated = yesOrNo.flatMap((name) =>
        draft[name] === 'unstated' ? [] : [[name, draft[name] === 'yes']],
    );
    return {
        received_on: received,
        offer: {
            ...rest,
            noc,
            ...(province === '' ? {} : {province: province as NonNullable<Terms['province']>}),
            ...(hours === '' ? {} : {hours_per_week: Number(hours)}),
            ...(Object.fromEntries(stated) as Partial<Terms>),
        },
    };
}
