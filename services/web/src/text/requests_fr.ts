import type {requestsEn} from './requests_en';

export const requestsFr: typeof requestsEn = {
    title: 'Les employeurs et vous',
    lead: 'Des employeurs voient à quel point vous convenez à une de leurs offres, sans savoir qui vous êtes, tant que vous le permettez. Voici ce qu’ils demandent et ce qu’ils ont dit.',
    noProfile: 'Votre compte ne conserve pas de profil : aucun employeur ne le voit.',
    toPrivacy: 'Si votre profil est présenté à des employeurs, et qui a regardé',
    waiting: (count) =>
        count === 1
            ? '1 employeur attend votre réponse'
            : `${count} employeurs attendent votre réponse`,
    see: 'Lire et répondre',
    asked: {
        title: 'Ils demandent qui vous êtes',
        none: 'Aucun ne l’a demandé.',
        yesMeans: 'En cas de oui, ceci vaut :',
        of: (employer, title) => `${employer}, ${title}`,
        asked: (day) => `Demandé le ${day}`,
        invited: (day) => `Invitation du ${day}`,
        until: (day) => `ouverte jusqu’au ${day}`,
        expired: (day) => `échue le ${day}; vous pouvez encore répondre`,
        answered: (day) => `réponse du ${day}`,
        states: {yes: 'Vous avez dit oui', no: 'Vous avez dit non', open: 'Pas encore de réponse'},
        yes: 'Oui, leur dire qui je suis',
        no: 'Non',
        back: 'Revenir sur ce oui',
        saidYes: 'Ils savent maintenant qui vous êtes.',
        saidNo: 'Ils ne savent pas qui vous êtes.',
        why: 'Pourquoi non',
        whyHint: 'L’employeur le lit. Vous pouvez ne rien écrire.',
        whyLong: 'Au plus 300 caractères.',
        yourReason: 'Vous avez écrit : ',
        decline: 'Décliner',
        cancel: 'Annuler',
    },
    said: {
        title: 'Ce qu’ils ont dit de vous',
        none: 'Aucun employeur n’a rien dit de vous.',
        text: 'Chacun s’est fondé sur ce qui lui était montré ce jour-là. Une personne de ce service peut y regarder de nouveau si vous le demandez.',
        of: (employer, title) => `${employer}, ${title}`,
        interested: 'Intéressé',
        notInterested: 'Pas intéressé',
        on: (day) => `Dit le ${day}`,
        before: 'a dit autre chose depuis',
        because: (reason) => `Pour cette raison : ${reason}.`,
        wishes: 'Vos souhaits',
        madeOn: 'Sur quoi il s’est fondé',
        shown: (day, rules) =>
            `Ce qui était montré à l’employeur le ${day}, selon les règles du ${rules}.`,
    },
    review: {
        ask: 'Demander qu’une personne y regarde de nouveau',
        words: 'Ce qu’elle devrait savoir',
        wordsHint:
            'Pour la personne chargée de la révision, qui lit ce que l’employeur a dit et sur quoi il s’est fondé, sans savoir qui vous êtes.',
        tooLong: 'Au plus 1 000 caractères.',
        send: 'Le demander',
        cancel: 'Annuler',
        asked: (day) => `Le ${day}, vous avez demandé qu’une personne y regarde de nouveau.`,
        waits: 'La demande attend une réponse.',
        answer: (day) => `Réponse du ${day}`,
    },
};
