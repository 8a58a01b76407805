import {AccountFrame} from '../account/frame';
import {openFirms, useFirmConsents} from '../privacy/firm_consents';
import {Link, useHref} from '../router';
import {useMessageWords, usePrivacyWords} from '../text/later';
import {Loading} from '../ui/states';
import {ThreadWith} from './thread';

export default function ThreadPage({firm}: {firm: string}) {
    const words = useMessageWords();
    const href = useHref();
    return (
        <AccountFrame name="messages" title={words.title}>
            {({candidate}) => (
                <>
                    <p>
                        <Link href={href('/messages')}>{words.back}</Link>
                    </p>
                    {candidate && <Thread candidate={candidate} firm={firm} />}
                </>
            )}
        </AccountFrame>
    );
}

/// What they wrote to each other, and more as long as the firm may read.
function Thread({candidate, firm}: {candidate: string; firm: string}) {
    const words = useMessageWords();
    const privacy = usePrivacyWords();
    const consents = useFirmConsents(candidate);
    if (consents.isPending) {
        return <Loading />;
    }
    const consent = openFirms(consents.data).find((one) => one.firm === firm);
    const named = consents.data?.items.find((one) => one.firm === firm)?.firm_name;
    return (
        <ThreadWith
            candidate={candidate}
            firm={firm}
            name={named ?? privacy.firms.nameless(firm.slice(0, 8))}
            from="advisor"
            canWrite={consent !== undefined}
            closed={words.closed}
        />
    );
}
