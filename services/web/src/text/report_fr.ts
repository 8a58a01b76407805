import type {reportEn} from './report_en';

export const reportFr: typeof reportEn = {
    about: 'Des vérificateurs l’examinent. Qui signale n’est pas conservé; n’écrivez rien sur vous-même.',
    kind: 'Ce qui ne va pas',
    kinds: {
        fee_asked: 'On demande de l’argent',
        personal_data_asked: 'On demande trop tôt des papiers ou des coordonnées bancaires',
        fake_employer: 'L’employeur n’existe pas, ou n’est pas celui qu’il dit',
        closed: 'Le poste est pourvu ou la page a disparu',
        wrong_details: 'Le salaire, le lieu ou un autre détail est faux',
        discrimination: 'L’offre est discriminatoire',
        other: 'Autre chose',
    },
    words: 'Ce que vous avez vu',
    send: 'Signaler',
    sent: 'Merci. Des vérificateurs le verront.',
    tooLong: 'Au plus 1 000 caractères.',
};
