import {use} from 'react';

import {useText, type Language} from './text';

/// Words that come with the page that says them, so that the first page does not wait for them.
function laterWords<Words>(load: Record<Language, () => Promise<Words>>): () => Words {
    const loaded = new Map<Language, Promise<Words>>();
    return function useWords() {
        const {lang} = useText();
        const words = loaded.get(lang) ?? load[lang]();
        loaded.set(lang, words);
        return use(words);
    };
}

export const useAccountWords = laterWords({
    en: () => import('./account_en').then(({accountEn}) => accountEn),
    fr: () => import('./account_fr').then(({accountFr}) => accountFr),
});
