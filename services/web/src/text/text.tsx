import {createContext, useContext, useMemo, type ReactNode} from 'react';

import type {Words} from './en';

export type Language = 'en' | 'fr';

/// How figures and days are written in Canada.
export interface Formats {
    number: (value: number) => string;
    signed: (value: number) => string;
    day: (iso: string) => string;
    month: (iso: string) => string;
    moment: (iso: string) => string; ///< In the time of whoever reads.
    days: (text: string) => string; ///< A text of the service, its days as they are written here.
    money: (cents: number) => string;
    country: (code: string) => string;
    province: (code: string) => string;
    city: (name: string) => string;
    sort: (one: string, other: string) => number;
}

interface Text {
    lang: Language;
    t: Words;
    format: Formats;
}

const provinces: Record<Language, Record<string, string>> = {
    en: {
        AB: 'Alberta',
        BC: 'British Columbia',
        MB: 'Manitoba',
        NB: 'New Brunswick',
        NL: 'Newfoundland and Labrador',
        NS: 'Nova Scotia',
        NT: 'Northwest Territories',
        NU: 'Nunavut',
        ON: 'Ontario',
        PE: 'Prince Edward Island',
        QC: 'Quebec',
        SK: 'Saskatchewan',
        YT: 'Yukon',
    },
    fr: {
        AB: 'Alberta',
        BC: 'Colombie-Britannique',
        MB: 'Manitoba',
        NB: 'Nouveau-Brunswick',
        NL: 'Terre-Neuve-et-Labrador',
        NS: 'Nouvelle-Écosse',
        NT: 'Territoires du Nord-Ouest',
        NU: 'Nunavut',
        ON: 'Ontario',
        PE: 'Île-du-Prince-Édouard',
        QC: 'Québec',
        SK: 'Saskatchewan',
        YT: 'Yukon',
    },
};

/// Cities that have an official name in each language; of all others the one name is official.
const frenchCities: Record<string, string> = {
    'Greater Sudbury': 'Grand Sudbury',
    Montreal: 'Montréal',
    Quebec: 'Québec',
    'Quebec City': 'Québec',
};

export const provinceCodes = Object.keys(provinces.en);

function formats(language: Language): Formats {
    const locale = `${language}-CA`;
    const number = new Intl.NumberFormat(locale);
    const signed = new Intl.NumberFormat(locale, {signDisplay: 'exceptZero'});
    const utc = {timeZone: 'UTC'} as const;
    const day = new Intl.DateTimeFormat(locale, {dateStyle: 'medium', ...utc});
    const month = new Intl.DateTimeFormat(locale, {month: 'short', year: 'numeric', ...utc});
    const moment = new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeStyle: 'short'});
    const dollars = (digits: number) =>
        new Intl.NumberFormat(locale, {
            style: 'currency',
            currency: 'CAD',
            currencyDisplay: 'narrowSymbol',
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
        });
    const [whole, exact] = [dollars(0), dollars(2)];
    const countries = new Intl.DisplayNames([locale], {type: 'region'});
    const {compare} = new Intl.Collator(locale);
    return {
        number: (value) => number.format(value),
        signed: (value) => signed.format(value).replace('-', '−'),
        day: (iso) => day.format(new Date(iso)),
        days: (text) => text.replace(/\b\d{4}-\d\d-\d\d\b/g, (iso) => day.format(new Date(iso))),
        month: (iso) => month.format(new Date(iso)),
        moment: (iso) => moment.format(new Date(iso)),
        money: (cents) => (cents % 100 === 0 ? whole : exact).format(cents / 100),
        country: (code) => countries.of(code) ?? code,
        province: (code) => provinces[language][code] ?? code,
        city: (name) => (language === 'fr' ? (frenchCities[name] ?? name) : name),
        sort: compare,
    };
}

const TextContext = createContext<Text | null>(null);

export function TextProvider(properties: {language: Language; words: Words; children: ReactNode}) {
    const {language, words, children} = properties;
    const text = useMemo(
        () => ({lang: language, t: words, format: formats(language)}),
        [language, words],
    );
    return <TextContext value={text}>{children}</TextContext>;
}

export function useText(): Text {
    const text = useContext(TextContext);
    if (!text) {
        throw new Error('outside TextProvider');
    }
    return text;
}
