import '../styles/applications.css';

import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {SignedIn} from '../account/signed_in';
import {Link, useHref} from '../router';
import {useApplicationWords} from '../text/later';
import {TextField} from '../ui/fields';
import {Icon} from '../ui/icons';
import {Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {
    isOvertaken,
    useApplication,
    useApplicationActs,
    type Application,
    type ApplicationState,
    type Change,
    type Tagged,
} from './api';
import {History} from './history';
import {LetterSection} from './letter';
import {dueOf, Moves} from './move';
import {OfferSection} from './offer';
import {Packages} from './packages';

export default function ApplicationPage({id}: {id: string}) {
    const words = useApplicationWords();
    return (
        <SignedIn title={words.one} why={words.why}>
            <One id={id} />
        </SignedIn>
    );
}

function One({id}: {id: string}) {
    const words = useApplicationWords();
    const href = useHref();
    const application = useApplication(id);
    const {data} = application;
    usePageTitle(data?.value.title ?? words.one);
    if (application.isError) {
        return <Failure page error={application.error} again={application.refetch} />;
    }
    if (!data) {
        return (
            <>
                <h1>{words.one}</h1>
                <Loading />
            </>
        );
    }
    const {title, employer, posting_id, state} = data.value;
    return (
        <div className="application">
            <header className="posting-head">
                <Link className="back" href={href('/applications')}>
                    <Icon name="back" />
                    {words.back}
                </Link>
                <h1>{title}</h1>
                <p className="match-employer">{employer}</p>
                <p className={`state state-${state}`}>{words.states[state]}</p>
                <Link href={href(`/postings/${posting_id}`)}>{words.toPosting}</Link>
            </header>
            <Standing application={data} />
            <LetterSection id={id} />
            <Packages id={id} />
            <OfferSection application={data.value} />
            <History id={id} />
        </div>
    );
}

/// How far it is, and what is due next.
function Standing({application}: {application: Tagged<Application>}) {
    const words = useApplicationWords();
    const {value, tag} = application;
    const {change} = useApplicationActs();
    const {busy, failure, act} = useAct();
    const [said, setSaid] = useState('');
    const put = (what: Change, told: string) =>
        act(async () => {
            setSaid('');
            await change(value.id, what, tag);
            setSaid(told);
        });
    return (
        <section aria-labelledby="standing">
            <h2 id="standing">{words.standing}</h2>
            <p className="quiet">{words.standingText}</p>
            <Moves
                application={value}
                busy={busy}
                move={(state: ApplicationState) =>
                    void put(
                        {state, ...dueOf(value)},
                        words.movedTo(value.title, words.states[state]),
                    )
                }
            />
            <Due
                key={`${value.due_on ?? ''} ${value.due_for ?? ''}`}
                application={value}
                busy={busy}
                keep={(due) => void put({state: value.state, ...due}, words.dueKept)}
            />
            {isOvertaken(failure) ? (
                <p className="field-error" role="alert">
                    {words.overtaken}
                </p>
            ) : (
                <Refused error={failure} />
            )}
            <p role="status" className="quiet">
                {said}
            </p>
        </section>
    );
}

function Due(properties: {
    application: Application;
    busy: boolean;
    keep: (due: Pick<Change, 'due_on' | 'due_for'>) => void;
}) {
    const {application, busy, keep} = properties;
    const words = useApplicationWords();
    const [on, setOn] = useState(application.due_on ?? '');
    const [what, setWhat] = useState(application.due_for ?? '');
    const [wrong, setWrong] = useState(false);
    const half = (on === '') !== (what.trim() === '');
    return (
        <form
            className="due-form"
            onSubmit={(event) => {
                event.preventDefault();
                setWrong(half);
                if (!half) {
                    keep(
                        on === ''
                            ? {due_on: null, due_for: null}
                            : {due_on: on, due_for: what.trim()},
                    );
                }
            }}
        >
            <div className="row">
                <TextField
                    optional
                    kind="date"
                    label={words.dueOn}
                    value={on}
                    error={wrong && half ? words.dueHalf : undefined}
                    onChange={setOn}
                />
                <TextField optional label={words.dueFor} value={what} onChange={setWhat} />
            </div>
            <button type="submit" className="button" aria-disabled={busy}>
                {words.dueKeep}
            </button>
        </form>
    );
}
