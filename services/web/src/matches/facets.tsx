import type {FacetNumbers} from '../api/client';
import {useText} from '../text/text';
import {countsOf, facetNames, type FacetName, type Filters} from './filters';

export function Facets(properties: {
    numbers: FacetNumbers | null;
    filters: Filters;
    change: (what: Partial<Filters>) => void;
}) {
    const {numbers, filters, change} = properties;
    const {t, format} = useText();
    const nameOf = (facet: FacetName, value: string): string => {
        const names: Record<string, string> = facet === 'language' ? t.matches.languages : {};
        return names[value] ?? (facet === 'teer' ? t.matches.teer(value) : format.province(value));
    };
    const sorted = (facet: FacetName, counts: [string, number][]) =>
        facet === 'teer'
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
    const any = filters.place !== '' || facetNames.some((name) => filters.facets[name].length > 0);
    return (
        <div className="facets">
            {facetNames.map((facet) => (
                <fieldset key={facet}>
                    <legend>{t.matches.facets[facet]}</legend>
                    {sorted(facet, countsOf(numbers, filters.facets[facet], facet)).map(
                        ([value, count]) => (
                            <label key={value} className="check">
                                <input
                                    type="checkbox"
                                    checked={filters.facets[facet].includes(value)}
                                    onChange={(event) => toggle(facet, value, event.target.checked)}
                                />
                                <span>{nameOf(facet, value)}</span>
                                <span className="count">{format.number(count)}</span>
                            </label>
                        ),
                    )}
                </fieldset>
            ))}
            {any && (
                <button
                    type="button"
                    className="button"
                    onClick={() =>
                        change({
                            facets: {province: [], teer: [], language: []},
                            place: '',
                        })
                    }
                >
                    {t.matches.clear}
                </button>
            )}
        </div>
    );
}
