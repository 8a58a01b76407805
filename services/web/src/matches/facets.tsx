import type {RankedMatch} from '../api/client';
import {useText} from '../text/text';
import {bands} from '../ui/fit_bar';
import {countsOf, facetNames, type FacetName, type Filters} from './filters';

export function Facets(properties: {
    matches: RankedMatch[];
    filters: Filters;
    change: (what: Partial<Filters>) => void;
}) {
    const {matches, filters, change} = properties;
    const {t, format} = useText();
    const nameOf = (facet: FacetName, value: string): string => {
        const names: Record<string, string> =
            facet === 'band' ? t.matches.bands : facet === 'language' ? t.matches.languages : {};
        return names[value] ?? (facet === 'teer' ? t.matches.teer(value) : format.province(value));
    };
    const sorted = (facet: FacetName, counts: [string, number][]) =>
        facet === 'band'
            ? bands.flatMap((band) => counts.filter(([value]) => value === band))
            : facet === 'teer'
              ? counts.sort(([one], [other]) => Number(one) - Number(other))
              : counts.sort(([one, many], [other, more]) =>
                    more === many
                        ? format.sort(nameOf(facet, one), nameOf(facet, other))
                        : more - many,
                );
    const toggle = (facet: FacetName, value: string, on: boolean) => {
        const others = filters.facets[facet].filter((one) => one !== value);
        change({facets: {...filters.facets, [facet]: on ? [...others, value].sort() : others}});
    };
    const any = facetNames.some((name) => filters.facets[name].length > 0);
    return (
        <div className="facets">
            {facetNames.map((facet) => (
                <fieldset key={facet}>
                    <legend>{t.matches.facets[facet]}</legend>
                    {sorted(facet, countsOf(matches, filters, facet)).map(([value, count]) => (
                        <label key={value} className="check">
                            <input
                                type="checkbox"
                                checked={filters.facets[facet].includes(value)}
                                onChange={(event) => toggle(facet, value, event.target.checked)}
                            />
                            <span>{nameOf(facet, value)}</span>
                            <span className="count">{format.number(count)}</span>
                        </label>
                    ))}
                </fieldset>
            ))}
            {any && (
                <button
                    type="button"
                    className="button"
                    onClick={() =>
                        change({facets: {band: [], province: [], teer: [], language: []}})
                    }
                >
                    {t.matches.clear}
                </button>
            )}
        </div>
    );
}
