import type {sectionsEn} from './sections_en';

export const sectionsFr: typeof sectionsEn = {
    caseload: ['Dossiers', 'Les personnes qui laissent votre cabinet lire leur profil.'],
    applications: [
        'Candidatures',
        'Tout ce qui est en préparation ou envoyé, le plus urgent d’abord.',
    ],
    days: ['Échéances', 'Ce qui arrive à échéance, jour par jour, et ce qui est passé.'],
    messages: ['Messages', 'Ce que des candidates et candidats ont écrit à votre cabinet.'],
    review: [
        'Révision',
        'Les offres que quelqu’un doit regarder avant que d’autres ne les voient.',
    ],
};
