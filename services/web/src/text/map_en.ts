export const mapEn = {
    title: 'Matches on a map',
    places: 'Places',
    drawing: (matches: number, places: number) =>
        `Map of Canada with ${matches} ${matches === 1 ? 'match' : 'matches'} at ${places} ${places === 1 ? 'place' : 'places'}; the list of places says the same`,
    matches: (count: number): string => (count === 1 ? 'match' : 'matches'),
    noPoint: 'not on the map',
    whole: 'All of Canada',
    source: 'Outlines: Natural Earth',
};
