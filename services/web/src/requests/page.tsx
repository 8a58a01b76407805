import '../styles/requests.css';

import {AccountFrame} from '../account/frame';
import {Link, useHref} from '../router';
import {useRequestWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {useInterests, useRequests} from './api';
import {OneInterest} from './interest';
import {OneRequest} from './request';

/// Employers: who asks who somebody is, and what was said of them.
export default function RequestsPage() {
    const {t} = useText();
    const words = useRequestWords();
    const href = useHref();
    return (
        <AccountFrame name="requests" title={words.title}>
            {({candidate}) =>
                candidate === null ? (
                    <section className="panel">
                        <p>{words.noProfile}</p>
                        <Link href={href('/profile')}>{t.common.profile}</Link>
                    </section>
                ) : (
                    <>
                        <p className="lead">{words.lead}</p>
                        <Asked candidate={candidate} />
                        <Said candidate={candidate} />
                        <p className="quiet">
                            <Link href={href('/privacy')}>{words.toPrivacy}</Link>
                        </p>
                    </>
                )
            }
        </AccountFrame>
    );
}

function Asked({candidate}: {candidate: string}) {
    const words = useRequestWords();
    const requests = useRequests(candidate);
    const {data} = requests;
    return (
        <section className="panel" aria-labelledby="asked">
            <h2 id="asked">{words.asked.title}</h2>
            {requests.isPending && <Loading />}
            {requests.isError && <Failure error={requests.error} again={requests.refetch} />}
            {data?.requests.length === 0 && <p className="quiet">{words.asked.none}</p>}
            {data && data.requests.length > 0 && (
                <>
                    <p>{words.asked.yesMeans}</p>
                    <blockquote className="wording">{data.current.text}</blockquote>
                    <ul className="records">
                        {data.requests.map((request) => (
                            <li key={request.agreement.id}>
                                <OneRequest
                                    candidate={candidate}
                                    request={request}
                                    wording={data.current.wording}
                                />
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}

function Said({candidate}: {candidate: string}) {
    const words = useRequestWords();
    const interests = useInterests(candidate);
    const {data} = interests;
    return (
        <section className="panel" aria-labelledby="said">
            <h2 id="said">{words.said.title}</h2>
            {interests.isPending && <Loading />}
            {interests.isError && <Failure error={interests.error} again={interests.refetch} />}
            {data?.length === 0 && <p className="quiet">{words.said.none}</p>}
            {data && data.length > 0 && (
                <>
                    <p className="quiet">{words.said.text}</p>
                    <ul className="records">
                        {data.map((interest) => (
                            <li key={interest.id}>
                                <OneInterest candidate={candidate} interest={interest} />
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}
