import type {mapEn} from './map_en';

export const mapFr: typeof mapEn = {
    title: 'Les offres sur une carte',
    places: 'Lieux',
    drawing: (matches, places) =>
        `Carte du Canada avec ${matches} ${matches < 2 ? 'offre' : 'offres'} à ${places} ${places < 2 ? 'endroit' : 'endroits'}; la liste des lieux dit la même chose`,
    matches: (count) => (count < 2 ? 'offre' : 'offres'),
    noPoint: 'hors de la carte',
    whole: 'Tout le Canada',
    source: 'Contours : Natural Earth',
};
