import {useEmployerWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {shortAlias} from './alias';
import {useInvitations} from './api';

/// Invitations that were sent for a posting, also to people who are shown no more.
export function Invitations({posting}: {posting: string}) {
    const {t, format} = useText();
    const words = useEmployerWords();
    const invitations = useInvitations(posting);
    const items = invitations.data?.pages.flatMap((page) => page.items);
    const say = words.invitations;
    return (
        <section className="panel">
            <h2>{say.title}</h2>
            {invitations.isPending && <Loading />}
            {invitations.isError && (
                <Failure error={invitations.error} again={invitations.refetch} />
            )}
            {items?.length === 0 && <p className="quiet">{say.none}</p>}
            {items && items.length > 0 && (
                <ul className="records">
                    {items.map((item) => (
                        <li key={item.id}>
                            <div>
                                <b>{words.candidates.name(shortAlias(item.alias))}</b>{' '}
                                <span className="quiet">
                                    {say.sentOn(format.day(item.invited_at))}
                                </span>
                                {item.message && (
                                    <p className="own-text" dir="auto">
                                        {say.yours}
                                        {t.common.colon}
                                        <q>{item.message}</q>
                                    </p>
                                )}
                                {item.reason && (
                                    <p className="own-text" dir="auto">
                                        {say.because}
                                        {t.common.colon}
                                        <q>{item.reason}</q>
                                    </p>
                                )}
                            </div>
                            <span className="tag">{say.states[item.state]}</span>
                        </li>
                    ))}
                </ul>
            )}
            {invitations.hasNextPage && (
                <div className="actions">
                    <button
                        type="button"
                        className="button"
                        onClick={() => void invitations.fetchNextPage()}
                    >
                        {say.more}
                    </button>
                </div>
            )}
        </section>
    );
}
