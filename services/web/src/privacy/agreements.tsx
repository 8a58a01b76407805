import {useQuery} from '@tanstack/react-query';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {answered, client, done} from '../api/client';
import {Link, useHref} from '../router';
import {usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';

/// Employers who asked who somebody is, and the answers; each can be changed.
export function Agreements({candidate}: {candidate: string}) {
    const {lang, format} = useText();
    const words = usePrivacyWords();
    const href = useHref();
    const {busy, failure, act} = useAct();
    const say = words.agreements;
    const agreements = useQuery({
        queryKey: ['account', 'agreements', candidate, lang],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/candidates/{id}/agreements', {
                    params: {path: {id: candidate}, query: {lang}},
                    signal,
                }),
            ),
    });
    const data = agreements.data;
    const answer = (request: string, wording: string | null) =>
        act(async () => {
            const params = {path: {id: candidate, request}};
            const body = wording === null ? {agreed: false} : {agreed: true, wording};
            await done(
                client.PUT('/v1/candidates/{id}/agreements/{request}', {params, body} as never),
            );
            await agreements.refetch();
        });
    return (
        <section className="panel">
            <h2>{say.title}</h2>
            {agreements.isPending && <Loading />}
            {agreements.isError && <Failure error={agreements.error} again={agreements.refetch} />}
            {data?.items.length === 0 && <p className="quiet">{say.none}</p>}
            {data && data.items.length > 0 && (
                <>
                    <p>{say.words}</p>
                    <blockquote className="wording">{data.current.text}</blockquote>
                </>
            )}
            <ul className="records">
                {data?.items.map((item) => (
                    <li key={item.id}>
                        <div>
                            <b dir="auto">{item.employer}</b>{' '}
                            <Link href={href(`/postings/${item.posting_id}`)}>
                                {say.about(item.title ?? item.posting_id)}
                            </Link>
                            <p className="quiet">
                                {say.asked(format.day(item.asked_at))}.{' '}
                                {item.agreed === null
                                    ? say.states.open
                                    : item.agreed
                                      ? say.states.yes
                                      : say.states.no}
                            </p>
                        </div>
                        <div className="actions">
                            {item.agreed !== true && (
                                <button
                                    type="button"
                                    className="button"
                                    aria-disabled={busy}
                                    onClick={() => void answer(item.id, data.current.wording)}
                                >
                                    {say.yes}
                                </button>
                            )}
                            {item.agreed !== false && (
                                <button
                                    type="button"
                                    className="button"
                                    aria-disabled={busy}
                                    onClick={() => void answer(item.id, null)}
                                >
                                    {item.agreed ? say.back : say.no}
                                </button>
                            )}
                        </div>
                    </li>
                ))}
            </ul>
            <Refused error={failure} />
        </section>
    );
}
