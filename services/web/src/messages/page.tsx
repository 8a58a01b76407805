import {AccountFrame} from '../account/frame';
import {openFirms, useFirmConsents} from '../privacy/firm_consents';
import {Link, useHref} from '../router';
import {useMessageWords, usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {useThreads} from './queries';

export default function MessagesPage() {
    const words = useMessageWords();
    return (
        <AccountFrame name="messages" title={words.title}>
            {({candidate}) => <Threads candidate={candidate} />}
        </AccountFrame>
    );
}

/// What was written, and whom one can write to.
function Threads({candidate}: {candidate: string | null}) {
    const {format} = useText();
    const words = useMessageWords();
    const privacy = usePrivacyWords();
    const href = useHref();
    const threads = useThreads(true);
    const consents = useFirmConsents(candidate);
    const known = threads.data?.pages
        .flatMap((page) => page.items)
        .filter((thread) => thread.candidate === candidate);
    const others = openFirms(consents.data).filter(
        ({firm}) => !known?.some((thread) => thread.firm === firm),
    );
    const nameOf = (name: string | null, firm: string) =>
        name ?? privacy.firms.nameless(firm.slice(0, 8));
    if (threads.isPending || (candidate !== null && consents.isPending)) {
        return <Loading />;
    }
    if (threads.isError) {
        return <Failure error={threads.error} again={threads.refetch} />;
    }
    if (known?.length === 0 && others.length === 0) {
        return (
            <section className="panel">
                <p>{words.none}</p>
                <Link href={href('/privacy')}>{words.toPrivacy}</Link>
            </section>
        );
    }
    return (
        <ul className="records panel">
            {known?.map((thread) => (
                <li key={thread.firm}>
                    <div>
                        <Link href={href(`/messages/${thread.firm}`)}>
                            <b dir="auto">{nameOf(thread.firm_name, thread.firm)}</b>
                        </Link>
                        <p className="quiet">{words.lastAt(format.moment(thread.last_at))}</p>
                    </div>
                    {thread.unread > 0 && (
                        <span className="badge">{words.unread(thread.unread)}</span>
                    )}
                </li>
            ))}
            {others.map((consent) => (
                <li key={consent.firm}>
                    <b dir="auto">{nameOf(consent.firm_name, consent.firm)}</b>
                    <Link className="button" href={href(`/messages/${consent.firm}`)}>
                        {words.write}
                    </Link>
                </li>
            ))}
        </ul>
    );
}
