import type {Posting, Salary} from '../api/client';
import {useText} from '../text/text';

/// How facts of a posting are said in a line.
export function usePostingWords() {
    const {t, format} = useText();
    const pay = (salary: Salary | null): string => {
        if (!salary) {
            return t.matches.pay.none;
        }
        const {min, max, period} = salary;
        const range =
            max !== null && max !== min
                ? `${format.money(min)}–${format.money(max)}`
                : format.money(min);
        return range + t.matches.pay[period];
    };
    const placeName = ({city, province}: {city: string | null; province: string}): string =>
        city === null ? format.province(province) : format.city(city);
    const places = (posting: Posting): string =>
        posting.job_locations
            .map((place) => {
                const named = place.city ? placeName(place) : place.region;
                return named ? `${named}, ${place.province}` : placeName(place);
            })
            .join('; ') || t.common.unknown;
    const language = (posting: Posting): string =>
        (t.matches.languages as Record<string, string>)[posting.working_language ?? 'not_stated'] ??
        posting.working_language ??
        '';
    return {pay, placeName, places, language};
}

/// What may stand in a link: a posting says what it likes.
export const isWebAddress = (url: string | null): url is string => /^https?:\/\//i.test(url ?? '');
