import type {sectionsEn} from './sections_en';

export const sectionsFr: typeof sectionsEn = {
    caseload: ['Dossiers', 'Les personnes qui laissent votre cabinet lire leur profil.'],
    applications: [
        'Candidatures',
        'Tout ce qui est en préparation ou envoyé, le plus urgent d’abord.',
    ],
    days: [
        'Échéances',
        'Ce qui arrive à échéance dans les listes de vérification, par jour et par mois.',
    ],
    messages: ['Messages', 'Ce que des candidates et candidats ont écrit à votre cabinet.'],
    review: [
        'Vérification',
        'Les offres que quelqu’un doit regarder avant que d’autres ne les voient.',
    ],
    employer: ['Vos offres', 'Ce que disent vos offres, et qui leur convient, sans nom.'],
    sources: ['Sources', 'D’où viennent les offres, et comment va chaque source.'],
    runs: ['Passages', 'Ce qu’est devenu chaque fichier pris.'],
    quarantine: ['Quarantaine', 'Ce qui est mis à l’écart ou retenu, et pourquoi.'],
    verification: [
        'Verdicts et listes',
        'Comment jugent les vérifications, et l’âge de leurs listes.',
    ],
    rules: [
        'Règles',
        'Les jeux de règles datés, leurs différences, et la vérification d’un nouveau.',
    ],
    accounts: [
        'Cabinets et comptes',
        'Ouvrir des cabinets, inviter des conseillères et conseillers, désactiver des comptes.',
    ],
    health: ['État', 'Si ce dont le service a besoin est là.'],
};
