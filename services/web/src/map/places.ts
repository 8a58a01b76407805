// Where matches are: one entry for each place that postings name.

import type {RankedMatch} from '../api/client';

export interface MatchPlace {
    key: string; ///< As it stands in an address.
    province: string;
    city: string | null;
    /// Degrees east and north; null where the place is not known well enough for a point.
    point: readonly [number, number] | null;
    count: number;
}

type Location = RankedMatch['posting']['job_locations'][number];

export const placeKey = ({province, city}: Pick<Location, 'province' | 'city'>): string =>
    city === null ? province : `${province}/${city}`;

export const placeKeysOf = (match: RankedMatch): string[] => [
    ...new Set(match.posting.job_locations.map(placeKey)),
];

/// The place that an address names, whether any match is there or not.
export function readPlaceKey(key: string): Pick<Location, 'province' | 'city'> {
    const [province = '', ...city] = key.split('/');
    return {province, city: city.length > 0 ? city.join('/') : null};
}

/// Each place with the number of matches there, most first. A match in two places counts in both.
export function placesOf(matches: RankedMatch[]): MatchPlace[] {
    const places = new Map<string, MatchPlace>();
    for (const match of matches) {
        const counted = new Set<string>();
        for (const location of match.posting.job_locations) {
            const key = placeKey(location);
            const {province, city, latitude, longitude} = location;
            const place = places.get(key) ?? {key, province, city, point: null, count: 0};
            const point =
                latitude === null || longitude === null ? null : ([longitude, latitude] as const);
            places.set(key, {
                ...place,
                point: place.point ?? point,
                count: place.count + (counted.has(key) ? 0 : 1),
            });
            counted.add(key);
        }
    }
    return [...places.values()].sort(
        (one, other) => other.count - one.count || (one.key < other.key ? -1 : 1),
    );
}
