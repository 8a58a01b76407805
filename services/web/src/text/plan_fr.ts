import type {planEn} from './plan_en';

export const planFr: typeof planEn = {
    title: 'Et si',
    text: 'Choisissez ce que vous pourriez faire. Rien n’est gardé, et un plan n’est pas une promesse : chaque chiffre est le score entier recalculé, selon les règles nommées à côté.',
    horizon: 'Voir à l’avance',
    months: (count) => `${count} mois`,
    after: 'Quand',
    afterSaid: (count, day) => (count === 0 ? `maintenant, ${day}` : `dans ${count} mois, ${day}`),
    steps: {
        test: 'Un test de langue',
        job: 'Travailler au Canada',
        education: 'Un diplôme canadien',
        offer: 'Une offre d’emploi',
        nomination: 'Une désignation par une province',
    },
    language: 'Langue',
    languages: {en: 'Anglais', fr: 'Français'},
    level: (level) => `niveau ${level}`,
    levelHint:
        'Niveaux canadiens (NCLC, CLB); les tables des tests disent quel résultat donne lequel.',
    worked: (count) => `${count} mois de travail d’ici là`,
    fullTime: 'À temps plein, à la place de vos emplois actuels.',
    offerHint:
        'Pour un travail permanent, payé et à temps plein dans la profession ci-dessus, avec une EIMT favorable.',
    noOccupation: 'Choisissez d’abord une profession.',
    result: 'Ce que ferait ce plan',
    now: 'Maintenant',
    onDay: (day) => `Le ${day}`,
    difference: 'Différence',
    rules: 'Règles',
    said: (score, day) => `${score} points le ${day} selon les règles de base`,
    curve: 'Le score mois par mois avec ce plan',
    events: 'Ce qui change le score, et quand',
    eventsNone: 'Rien ne change le score d’ici là.',
    deadlines: 'Jours à retenir',
    points: 'Points, règles de base',
    working: 'Calcul en cours…',
};
