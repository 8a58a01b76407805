import type {accountEn} from './account_en';

export const accountFr: typeof accountEn = {
    email: 'Adresse électronique',
    password: 'Mot de passe',
    showPassword: 'Afficher',
    hidePassword: 'Masquer',
    showing: 'Le mot de passe est affiché.',
    cancel: 'Annuler',
    required: 'Ceci est nécessaire.',
    refusals: {
        not_right:
            'L’adresse ou le mot de passe est inexact, ou l’adresse n’est pas encore confirmée. On ne dit pas lequel, afin que personne n’apprenne qui a un compte.',
        email_not_valid: 'Ce n’est pas une adresse électronique.',
        password_too_short:
            'Un mot de passe compte au moins 8 caractères; 15 ou plus valent mieux.',
        password_too_long: 'Un mot de passe compte au plus 256 caractères.',
        password_common: 'Ce mot de passe est de ceux qu’on essaie en premier. Prenez-en un autre.',
        password_of_account:
            'Ce mot de passe n’est guère plus que votre adresse ou le nom de ce service.',
        password_not_right: 'Ce n’est pas le mot de passe du compte.',
        link_not_valid: 'Ce lien a déjà servi, est expiré ou n’existe pas.',
        code_not_right: 'Ce code est inexact ou a déjà servi.',
        second_factor_is_on: 'Il y a déjà une seconde étape.',
        second_factor_is_off: 'Il n’y a rien à confirmer : recommencez.',
        no_key: 'Ce service n’a pas de comptes : son exploitant ne les a pas mis en place.',
    },
    wait: (detail) => `Trop de tentatives. Le service répond : ${detail}.`,
    refused: (detail) => `Le service refuse : ${detail}.`,
    signIn: {
        title: 'Se connecter',
        lead: 'Avec un compte, le service conserve votre profil, et vous le retrouvez sur tout appareil.',
        submit: 'Se connecter',
        forgot: 'J’ai oublié mon mot de passe',
        none: 'Pas encore de compte?',
        signUp: 'Créer un compte',
        codeTitle: 'Seconde étape',
        codeLead: 'Entrez les six chiffres qu’affiche votre application d’authentification.',
        code: 'Code',
        recoveryLead: 'Entrez un des codes de secours que vous avez reçus. Chacun sert une fois.',
        recovery: 'Code de secours',
        useRecovery: 'Utiliser un code de secours',
        useCode: 'Utiliser un code de l’application',
        goOn: 'Continuer',
        already: (email) => `Vous êtes en session avec l’adresse ${email}.`,
        toAccount: 'Votre compte',
        signOut: 'Se déconnecter',
        setUpFirst: 'Votre rôle exige une seconde étape. Mettez-la en place pour continuer.',
    },
    again: {
        expiredTitle: 'Votre session a pris fin',
        expired:
            'Reconnectez-vous pour continuer là où vous étiez. Ce que vous avez saisi reste tel quel.',
        recentTitle: 'Votre mot de passe',
        recent: 'Il faut pour cela un mot de passe donné il y a moins de 15 minutes.',
        as: (email) => `Compte : ${email}`,
        leave: 'Continuer sans se connecter',
    },
    signUp: {
        title: 'Créer un compte',
        lead: 'Avec un compte, le service conserve votre profil : il vous suit sur d’autres appareils, auprès d’une conseillère ou d’un conseiller et, seulement si vous le dites, auprès d’employeurs. Tout le reste fonctionne sans compte.',
        passwordHint:
            'De 8 à 256 caractères, quels qu’ils soient; 15 ou plus valent mieux. Vous pouvez coller.',
        consent:
            'J’accepte que ce service conserve mon adresse et une empreinte de mon mot de passe, pour me connecter et m’écrire au sujet de mon compte.',
        consentNeeded: 'Sans cela, il ne peut y avoir de compte.',
        consentMore:
            'Rien d’autre n’est accepté par là : le profil, les cabinets, les employeurs et les autres courriels font chacun l’objet d’une question, et tout accord se retire.',
        submit: 'Créer le compte',
        have: 'Vous avez un compte?',
        sentTitle: 'Consultez vos courriels',
        sent: (email) =>
            `Si ${email} peut servir ainsi, un courriel est en route vers cette adresse. Ouvrez-en le lien dans les 24 heures et donnez le mot de passe que vous avez choisi.`,
        sentHint:
            'Rien n’arrive? Regardez parmi les indésirables, ou réessayez dans quelques minutes.',
    },
    confirm: {
        title: 'Confirmer votre adresse',
        lead: 'Donnez le mot de passe que vous avez choisi : ainsi le compte est à vous et à personne d’autre.',
        submit: 'Confirmer',
        doneTitle: 'Votre adresse est confirmée',
        done: 'Vous pouvez maintenant vous connecter.',
        noneTitle: 'Il n’y a pas de lien ici',
        none: 'Ouvrez le lien du courriel tel quel, jusqu’à son dernier caractère.',
        again: 'S’inscrire à nouveau',
    },
    forgot: {
        title: 'Choisir un autre mot de passe',
        lead: 'Donnez l’adresse de votre compte : un courriel dira la suite.',
        submit: 'Envoyer le courriel',
        sentTitle: 'Consultez vos courriels',
        sent: (email) =>
            `Si ${email} a un compte, un courriel est en route vers cette adresse. Ouvrez-en le lien dans l’heure.`,
        back: 'Retour à la connexion',
    },
    reset: {
        title: 'Choisir un autre mot de passe',
        lead: 'Toutes vos sessions prendront fin, sur tous les appareils.',
        password: 'Nouveau mot de passe',
        submit: 'Choisir ce mot de passe',
        doneTitle: 'Votre mot de passe est changé',
        done: 'Connectez-vous avec le nouveau.',
        again: 'Demander un autre lien',
    },
};
