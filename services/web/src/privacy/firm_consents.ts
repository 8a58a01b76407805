import {useQuery} from '@tanstack/react-query';

import {answered, client} from '../api/client';
import {useText} from '../text/text';

/// Which firms of advisors may read the profile of whoever is signed in, or might once.
export function useFirmConsents(candidate: string | null) {
    const {lang} = useText();
    return useQuery({
        queryKey: ['account', 'firms', candidate, lang],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/candidates/{id}/firms', {
                    params: {path: {id: candidate ?? ''}, query: {lang}},
                    signal,
                }),
            ),
        enabled: candidate !== null,
    });
}

type Consents = NonNullable<ReturnType<typeof useFirmConsents>['data']>;
export type FirmConsent = Consents['items'][number];

export const openFirms = (consents: Consents | undefined): FirmConsent[] =>
    (consents?.items ?? []).filter((one) => one.withdrawn_at === null);
