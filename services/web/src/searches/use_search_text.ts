import {useSearchWords} from '../text/later';
import {useText} from '../text/text';
import type {Sought} from './api';

/// What a search asks for, in words.
export function useSearchText(): (search: Sought) => string {
    const {t, format} = useText();
    const words = useSearchWords();
    return ({candidate, order, query}) => {
        const {q, province, noc, teer, pay_min} = query ?? {};
        return [
            candidate ? words.yourMatches : words.anyPostings,
            candidate && order === 'lift' ? t.matches.orders.lift : '',
            q ? words.quoted(q) : '',
            province?.map(format.province).join(', ') ?? '',
            noc?.map(t.matches.noc).join(', ') ?? '',
            teer?.map((one) => t.matches.teer(String(one))).join(', ') ?? '',
            pay_min ? words.payFrom(format.money(pay_min)) : '',
        ]
            .filter((part) => part !== '')
            .join(' · ');
    };
}
