import {useState} from 'react';

import {Refusal} from '../api/client';
import {usePosting} from '../api/queries';
import {useHref} from '../router';
import {useEmployerWords} from '../text/later';
import {useText} from '../text/text';
import {DeskPage} from '../ui/desk_page';
import {Empty, Failure, Loading} from '../ui/states';
import {useCandidates, useInvitations} from './api';
import {CandidateCard} from './candidate_card';
import {Invitations} from './invitations';

const firstLook = 20;
const wholeLook = 100;

/// Who fits a posting of one's own, without who they are.
export function CandidatesPage({posting}: {posting: string}) {
    const words = useEmployerWords();
    const href = useHref();
    const about = usePosting(posting);
    const say = words.candidates;
    const title = about.data?.posting.title;
    return (
        <DeskPage
            title={title === undefined ? say.title : say.of(title)}
            back={{href: href('/employer'), label: say.back}}
        >
            <details className="panel">
                <summary>{say.sees}</summary>
                <ul className="notes">
                    {say.seesList.map((line) => (
                        <li key={line}>{line}</li>
                    ))}
                </ul>
            </details>
            <Ranked posting={posting} />
        </DeskPage>
    );
}

function Ranked({posting}: {posting: string}) {
    const {format} = useText();
    const words = useEmployerWords();
    const [limit, setLimit] = useState(firstLook);
    const shown = useCandidates(posting, limit);
    const invitations = useInvitations(posting);
    const say = words.candidates;
    if (shown.isPending) {
        return <Loading />;
    }
    if (shown.isError) {
        const notYours = shown.error instanceof Refusal && shown.error.status === 404;
        return notYours ? (
            <Empty title={say.notYours}>
                <p>{say.notYoursText}</p>
            </Empty>
        ) : (
            <Failure error={shown.error} again={shown.refetch} />
        );
    }
    const {candidates, matching, as_of, notice} = shown.data;
    const sent = invitations.data?.pages.flatMap((page) => page.items) ?? [];
    return (
        <>
            {candidates.length === 0 ? (
                <Empty title={say.none}>
                    <p>{say.noneText}</p>
                    <Again again={shown.refetch} busy={shown.isFetching} />
                </Empty>
            ) : (
                <>
                    <div className="desk-line">
                        <p role="status">
                            <b>{say.shown(candidates.length, matching)}</b>{' '}
                            <span className="quiet">{say.asOf(format.day(as_of))}</span>
                        </p>
                        <Again again={shown.refetch} busy={shown.isFetching} />
                    </div>
                    <p className="quiet">{say.anonymous}</p>
                    <ol className="desk-list">
                        {candidates.map((candidate) => (
                            <li key={candidate.alias}>
                                <CandidateCard
                                    posting={posting}
                                    candidate={candidate}
                                    invitation={sent.find(({alias}) => alias === candidate.alias)}
                                />
                            </li>
                        ))}
                    </ol>
                    {limit < wholeLook && matching > candidates.length && (
                        <div className="actions">
                            <button
                                type="button"
                                className="button"
                                onClick={() => setLimit(wholeLook)}
                            >
                                {say.more}
                            </button>
                        </div>
                    )}
                </>
            )}
            <Invitations posting={posting} />
            <p className="quiet">{notice}</p>
        </>
    );
}

function Again({again, busy}: {again: () => unknown; busy: boolean}) {
    const words = useEmployerWords();
    return (
        <button type="button" className="button" aria-disabled={busy} onClick={() => void again()}>
            {words.candidates.again}
        </button>
    );
}
