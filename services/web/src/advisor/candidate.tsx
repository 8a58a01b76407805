import {Link, useHref} from '../router';
import {useAdvisorWords, useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';
import {Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import type {Candidate} from '../api/client';
import {ApplicationsOf} from './applications_of';
import {useCandidate} from './api';
import {MatchesOf} from './matches_of';
import {useNameOf} from './named';
import {NotFound} from '../ui/not_found';
import {ProfileOf} from './profile_of';

const views = ['', 'matches', 'applications'] as const;
type View = (typeof views)[number];

const nameIn = (document: Candidate | undefined): string | null => {
    const basics = (document?.resume as {basics?: {name?: unknown}} | null | undefined)?.basics;
    return typeof basics?.name === 'string' ? basics.name : null;
};

/// One person of the caseload; each view reads only what it shows.
export default function CandidatePage({id, view}: {id: string; view: string}) {
    const {t} = useText();
    const words = useAdvisorWords();
    const href = useHref();
    const nameOf = useNameOf();
    useApplicationWords(); // Of forms that come later: what is on the page stays.
    const answer = useCandidate(id);
    const name = nameOf({name: nameIn(answer.data), candidate: id});
    const isView = (views as readonly string[]).includes(view);
    usePageTitle(isView ? name : t.common.notFoundTitle);
    if (!isView) {
        return <NotFound />;
    }
    if (answer.isError) {
        return <Failure page error={answer.error} again={answer.refetch} />;
    }
    return (
        <div className="work">
            <header>
                <Link className="back" href={href('/caseload')}>
                    <Icon name="back" />
                    {t.sections.caseload[0]}
                </Link>
                <h1 dir="auto">{name}</h1>
                <p className="quiet">{words.noted}</p>
                <nav className="steps" aria-label={words.viewsOf(name)}>
                    <ol>
                        {views.map((one) => (
                            <li key={one}>
                                <Link
                                    href={href(`/caseload/${id}${one && `/${one}`}`)}
                                    aria-current={one === view ? 'page' : undefined}
                                >
                                    {words.views[one || 'profile']}
                                </Link>
                            </li>
                        ))}
                        <li>
                            <Link href={href(`/messages/${id}`)}>{t.sections.messages[0]}</Link>
                        </li>
                    </ol>
                </nav>
            </header>
            {answer.isPending ? (
                <Loading />
            ) : (
                <ViewOf view={view as View} id={id} document={answer.data} />
            )}
        </div>
    );
}

function ViewOf({view, id, document}: {view: View; id: string; document: Candidate}) {
    switch (view) {
        case '':
            return <ProfileOf candidate={document} />;
        case 'matches':
            return <MatchesOf id={id} />;
        case 'applications':
            return <ApplicationsOf candidate={id} />;
    }
}
