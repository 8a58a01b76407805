import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {
    isOvertaken,
    useApplicationActs,
    type Application,
    type ApplicationState,
    type Tagged,
} from '../applications/api';
import {dueOf} from '../applications/move';
import {useAdvisorWords, useApplicationWords} from '../text/later';
import {LinesField, TextField} from '../ui/fields';
import {useUnsent} from '../ui/unsent';

/// Where an application stands, where an advisor may take it, and what is due next.
export function Standing({application}: {application: Tagged<Application>}) {
    const words = useAdvisorWords();
    const applications = useApplicationWords();
    const {value, tag} = application;
    const {id, state} = value;
    const {change} = useApplicationActs();
    const {busy, failure, act} = useAct();
    const note = useUnsent(`note/${id}`, () => '');
    const [said, setSaid] = useState('');
    const put = (
        to: ApplicationState,
        due: Pick<Application, 'due_on' | 'due_for'>,
        told: string,
    ) =>
        act(async () => {
            setSaid('');
            const text = note.value.trim();
            await change(id, {state: to, ...due, ...(text === '' ? {} : {note: text})}, tag);
            note.drop('');
            setSaid(told);
        });
    return (
        <section className="panel standing" aria-labelledby="standing">
            <h2 id="standing">{words.nextStep}</h2>
            <p className="quiet">{words.standsText[state]}</p>
            <details>
                <summary>{words.noteAndDue}</summary>
                <LinesField
                    optional
                    label={words.note}
                    hint={words.noteHint}
                    value={note.value}
                    onChange={note.set}
                />
                <DueForm
                    key={`${value.due_on ?? ''} ${value.due_for ?? ''}`}
                    application={value}
                    busy={busy}
                    keep={(due) => void put(state, due, applications.dueKept)}
                />
            </details>
            {value.next.length > 0 && (
                <div className="actions">
                    {value.next.map((to) => (
                        <button
                            key={to}
                            type="button"
                            className={to === forward[state] ? 'button button-main' : 'button'}
                            aria-disabled={busy}
                            onClick={() =>
                                void put(
                                    to,
                                    dueOf(value),
                                    applications.movedTo(value.title, applications.states[to]),
                                )
                            }
                        >
                            {words.moves[to]}
                        </button>
                    ))}
                </div>
            )}
            {isOvertaken(failure) ? (
                <p className="field-error" role="alert">
                    {applications.overtaken}
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

const forward: Partial<Record<ApplicationState, ApplicationState>> = {
    draft: 'in_review',
    in_review: 'approved',
};

function DueForm(properties: {
    application: Application;
    busy: boolean;
    keep: (due: Pick<Application, 'due_on' | 'due_for'>) => void;
}) {
    const {application, busy, keep} = properties;
    const {id} = application;
    const words = useApplicationWords();
    const {value, set, drop} = useUnsent(`due/${id}`, () => ({
        on: application.due_on ?? '',
        what: application.due_for ?? '',
    }));
    const [wrong, setWrong] = useState(false);
    const {on, what} = value;
    const half = (on === '') !== (what.trim() === '');
    return (
        <form
            className="due-form"
            onSubmit={(event) => {
                event.preventDefault();
                setWrong(half);
                if (!half) {
                    drop(value);
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
                    onChange={(day) => set({...value, on: day})}
                />
                <TextField
                    optional
                    label={words.dueFor}
                    value={what}
                    onChange={(text) => set({...value, what: text})}
                />
            </div>
            <button type="submit" className="button" aria-disabled={busy}>
                {words.dueKeep}
            </button>
        </form>
    );
}
