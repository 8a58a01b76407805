import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {answered, client, done} from '../api/client';
import {Link, useHref} from '../router';
import {usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';

/// Whether employers are shown the profile; agreed to in the very words, and taken back as easily.
export function EmployerConsent({candidate}: {candidate: string}) {
    const {lang, format} = useText();
    const words = usePrivacyWords();
    const href = useHref();
    const [said, setSaid] = useState('');
    const {busy, failure, act} = useAct();
    const say = words.employers;
    const params = {path: {id: candidate}, query: {lang}};
    const consent = useQuery({
        queryKey: ['account', 'consent', candidate, lang],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/candidates/{id}/consent', {params, signal})),
    });
    const data = consent.data;
    const agree = (wording: string) =>
        act(async () => {
            const body = {wording};
            await done(client.PUT('/v1/candidates/{id}/consent', {params, body}));
            await consent.refetch();
            setSaid(say.agreed);
        });
    const withdraw = () =>
        act(async () => {
            const {path} = params;
            await done(client.DELETE('/v1/candidates/{id}/consent', {params: {path}}));
            await consent.refetch();
            setSaid(say.withdrawn);
        });
    const isOld = data?.given === true && data.wording !== data.current.wording;
    return (
        <section className="panel">
            <h2>{say.title}</h2>
            {consent.isPending && <Loading />}
            {consent.isError && <Failure error={consent.error} again={consent.refetch} />}
            {data && (
                <>
                    <p>{data.given ? say.given(format.day(data.since ?? '')) : say.notGiven}</p>
                    {isOld && <p>{say.old}</p>}
                    <blockquote className="wording">{data.current.text}</blockquote>
                    <Refused error={failure} />
                    <div className="actions">
                        {(!data.given || isOld) && (
                            <button
                                type="button"
                                className="button"
                                aria-disabled={busy}
                                onClick={() => void agree(data.current.wording)}
                            >
                                {say.agree}
                            </button>
                        )}
                        {data.given && (
                            <button
                                type="button"
                                className="button"
                                aria-disabled={busy}
                                onClick={() => void withdraw()}
                            >
                                {say.withdraw}
                            </button>
                        )}
                        <p role="status">{said}</p>
                    </div>
                    <p>
                        <Link href={href('/requests')}>{say.toRequests}</Link>
                    </p>
                </>
            )}
        </section>
    );
}
