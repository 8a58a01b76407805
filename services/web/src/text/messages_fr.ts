import type {messagesEn} from './messages_en';

export const messagesFr: typeof messagesEn = {
    title: 'Messages',
    none: 'Pas encore de messages. Vous pouvez écrire à un cabinet qui peut lire votre profil.',
    toPrivacy: 'Laisser un cabinet lire mon profil',
    with: (firm) => `Messages avec ${firm}`,
    unread: (count) => (count < 2 ? `${count} nouveau` : `${count} nouveaux`),
    lastAt: (moment) => `dernier message : ${moment}`,
    write: 'Leur écrire',
    back: 'Tous les messages',
    you: 'Vous',
    them: 'Cabinet',
    read: 'lu',
    about: 'Au sujet de',
    earlier: 'Messages précédents',
    empty: 'Rien n’a encore été écrit.',
    words: 'Votre message',
    send: 'Envoyer',
    sent: 'Envoyé.',
    tooLong: 'Un message compte au plus 4 000 caractères.',
    closed: 'Ce cabinet ne peut pas (ou plus) lire votre profil : personne n’y verrait un message.',
    ask: {
        title: 'Demander à mon cabinet',
        none: 'Consulter un cabinet',
        noneText:
            'Une conseillère ou un conseiller peut examiner cette offre avec vous, dès que vous laissez son cabinet lire votre profil. Vous pouvez revenir là-dessus en tout temps.',
        to: 'À',
        words: 'Votre question sur cette offre',
        toThread: 'Voir les messages',
    },
};
