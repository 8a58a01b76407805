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

export const useMapWords = laterWords({
    en: () => import('./map_en').then(({mapEn}) => mapEn),
    fr: () => import('./map_fr').then(({mapFr}) => mapFr),
});

export const usePlanWords = laterWords({
    en: () => import('./plan_en').then(({planEn}) => planEn),
    fr: () => import('./plan_fr').then(({planFr}) => planFr),
});

export const useSearchWords = laterWords({
    en: () => import('./searches_en').then(({searchesEn}) => searchesEn),
    fr: () => import('./searches_fr').then(({searchesFr}) => searchesFr),
});

export const useApplicationWords = laterWords({
    en: () => import('./applications_en').then(({applicationsEn}) => applicationsEn),
    fr: () => import('./applications_fr').then(({applicationsFr}) => applicationsFr),
});

export const useAccountWords = laterWords({
    en: () => import('./account_en').then(({accountEn}) => accountEn),
    fr: () => import('./account_fr').then(({accountFr}) => accountFr),
});

export const usePrivacyWords = laterWords({
    en: () => import('./privacy_en').then(({privacyEn}) => privacyEn),
    fr: () => import('./privacy_fr').then(({privacyFr}) => privacyFr),
});

export const useRequestWords = laterWords({
    en: () => import('./requests_en').then(({requestsEn}) => requestsEn),
    fr: () => import('./requests_fr').then(({requestsFr}) => requestsFr),
});

export const useReportWords = laterWords({
    en: () => import('./report_en').then(({reportEn}) => reportEn),
    fr: () => import('./report_fr').then(({reportFr}) => reportFr),
});

export const useMessageWords = laterWords({
    en: () => import('./messages_en').then(({messagesEn}) => messagesEn),
    fr: () => import('./messages_fr').then(({messagesFr}) => messagesFr),
});

export const usePackageWords = laterWords({
    en: () => import('./packages_en').then(({packagesEn}) => packagesEn),
    fr: () => import('./packages_fr').then(({packagesFr}) => packagesFr),
});

export const useAdvisorWords = laterWords({
    en: () => import('./advisor_en').then(({advisorEn}) => advisorEn),
    fr: () => import('./advisor_fr').then(({advisorFr}) => advisorFr),
});

export const useReviewWords = laterWords({
    en: () => import('./review_en').then(({reviewEn}) => reviewEn),
    fr: () => import('./review_fr').then(({reviewFr}) => reviewFr),
});

export const useEmployerWords = laterWords({
    en: () => import('./employer_en').then(({employerEn}) => employerEn),
    fr: () => import('./employer_fr').then(({employerFr}) => employerFr),
});

export const useOperatorWords = laterWords({
    en: () => import('./operator_en').then(({operatorEn}) => operatorEn),
    fr: () => import('./operator_fr').then(({operatorFr}) => operatorFr),
});
