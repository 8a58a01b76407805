import type {searchesEn} from './searches_en';

export const searchesFr: typeof searchesEn = {
    title: 'Recherches enregistrées',
    lead: 'Les nouveautés pour vous sont réunies ici, une fois par jour au plus.',
    why: 'Les recherches enregistrées sont gardées dans un compte, pour que les nouveautés soient trouvées en votre absence.',
    save: 'Enregistrer cette recherche',
    saveIt: 'Enregistrer',
    signInFirst:
        'Les recherches enregistrées sont gardées dans un compte. Ce que vous avez choisi ici reste tel quel.',
    name: 'Nom',
    watch: 'Guetter les nouvelles offres',
    watchHint:
        'Elles sont réunies sous Recherches enregistrées et dans le fil. Un courriel ne part que si vous y consentez à cet endroit.',
    loses: 'Le lieu, les marques et une langue de travail que l’offre laisse ouverte sont des filtres de cette page et ne sont pas enregistrés.',
    nothingToSave:
        'Il n’y a rien à chercher : tapez des mots ou choisissez une province, ou gardez votre profil dans votre compte pour que vos emplois soient guettés.',
    saved: (name) => `« ${name} » est enregistrée.`,
    toSearches: 'Recherches enregistrées',
    toMatches: 'Vers les emplois',
    emptyTitle: 'Rien n’est encore enregistré',
    empty: 'Choisissez des filtres ou des mots parmi les emplois, puis « Enregistrer cette recherche ».',
    yourMatches: 'Vos emplois',
    anyPostings: 'Toutes les offres',
    quoted: (q) => `« ${q} »`,
    payFrom: (pay) => `à partir de ${pay} l’heure`,
    savedOn: (day) => `enregistrée le ${day}`,
    remove: 'Retirer',
    removeTitle: (name) => `Retirer « ${name} »?`,
    removeText:
        'Ce qui a été trouvé pour elle disparaît aussi, et son fil prend fin. C’est irréversible.',
    removeYes: 'La retirer',
    keep: 'La garder',
    found: 'Ce qui a été trouvé',
    foundNone: 'Rien de nouveau encore. La recherche commence aux offres qui viennent après elle.',
    counted: (count) => (count < 2 ? `${count} nouvelle offre` : `${count} nouvelles offres`),
    gone: 'Une offre qui n’est plus servie',
    feedOpen: 'Elle a un fil Atom.',
    feedNone: 'Elle n’a pas de fil.',
    feedHint:
        'Pour un lecteur de fils : quiconque connaît l’adresse peut lire ce qui a été trouvé.',
    feedAddress: 'Adresse du fil',
    feedOnce:
        'Elle n’est montrée que cette fois. Gardez-la dans votre lecteur de fils, et pour vous.',
    copy: 'Copier',
    copied: 'Copiée.',
    feedMake: 'Créer un fil',
    feedAnew: 'Créer une autre adresse',
    feedClose: 'Fermer le fil',
    mail: 'Courriel',
    mailText:
        'Ce qui est trouvé n’est envoyé par courriel qu’à qui y consent, une fois par jour au plus, et jusqu’au refus.',
    mailSettings: 'Réglages des courriels',
};
