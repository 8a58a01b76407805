// A feed of many postings that suit the candidate of the sample: made of its first one.

import {sample} from './service.js';

const cities = [
    ['Halifax', 'NS'], ['Moncton', 'NB'], ['Montreal', 'QC'], ['Ottawa', 'ON'], ['Toronto', 'ON'],
    ['Winnipeg', 'MB'], ['Regina', 'SK'], ['Calgary', 'AB'], ['Edmonton', 'AB'], ['Vancouver', 'BC'],
] as const;
const fields = ['harbour', 'rail', 'river', 'forest', 'prairie', 'mountain', 'island'] as const;
const things = ['pumps', 'sensors', 'schedules', 'maps', 'ledgers', 'turbines', 'archives', 'signals'] as const;

/// As NDJSON; no two have the same employer, title, pay and words.
export function manyPostings(count: number): string {
    const first = JSON.parse(sample('feed/postings_en.ndjson').split('\n')[0] ?? '');
    return Array.from({length: count}, (_, place) => {
        const [city, province] = cities[place % cities.length]!;
        const field = fields[place % fields.length]!;
        const thing = things[place % things.length]!;
        const employer = `${field} works ${place} (fictional)`;
        return JSON.stringify({
            ...first,
            identifier: {...first.identifier, name: `works-${place}`, value: String(place)},
            title: `Software engineer, ${field} ${thing} ${place}`,
            hiringOrganization: {...first.hiringOrganization, name: employer},
            jobLocation: {
                '@type': 'Place',
                address: {
                    '@type': 'PostalAddress',
                    addressLocality: city,
                    addressRegion: province,
                    addressCountry: 'CA',
                },
            },
            baseSalary: {
                ...first.baseSalary,
                value: {...first.baseSalary.value, minValue: 80000 + 37 * place, maxValue: 100000 + 41 * place},
            },
            responsibilities: [`Write services for ${thing} at the ${field} number ${place}`, `Test what ${employer} runs`],
            description: `${employer} keeps ${thing} of the ${field} going; crew ${place} writes what runs them.`,
            url: `https://works-${place}.example/jobs/${place}`,
        });
    }).join('\n');
}
