import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {Refusal} from '../api/client';
import {useAccountWords, useOperatorWords} from '../text/later';
import {Check, Choice, TextField} from '../ui/fields';
import {useUnsent} from '../ui/unsent';
import {useSourceActs} from './api';
import {emptyDraft, entryOf, fields, schedules, wrongIn, type SourceDraft} from './source_draft';

/// Adds a source, or replaces one that was added: `edited`, whose name stays.
export function SourceForm(properties: {
    edited?: SourceDraft;
    onDone: (name: string) => void;
    onCancel?: () => void;
}) {
    const {edited, onDone, onCancel} = properties;
    const words = useOperatorWords();
    const account = useAccountWords();
    const {put} = useSourceActs();
    const {busy, failure, act} = useAct();
    const begin = edited ?? emptyDraft;
    const {value: draft, set: setDraft, drop} = useUnsent(`source/${begin.name}`, () => begin);
    const [tried, setTried] = useState(false);
    const say = words.sourceForm;
    const wrong = wrongIn(draft);
    const wrongOf = (name: keyof SourceDraft) =>
        tried && wrong[name] ? say.wrong[name as keyof typeof say.wrong] : undefined;
    const text = (name: Exclude<keyof SourceDraft, 'complete' | 'ignoresRobots'>) => ({
        label: say[name],
        value: draft[name],
        error: wrongOf(name),
        onChange: (value: string) => setDraft({...draft, [name]: value}),
    });
    const submit = async () => {
        setTried(true);
        const name = draft.name.trim();
        if (Object.keys(wrong).length === 0 && (await act(() => put(name, entryOf(draft))))) {
            drop(begin);
            setTried(false);
            onDone(name);
        }
    };
    const taken = failure instanceof Refusal && failure.status === 409;
    return (
        <form
            className="form form-wide"
            noValidate
            onSubmit={(event) => {
                event.preventDefault();
                void submit();
            }}
        >
            {!edited && <TextField {...text('name')} hint={say.nameHint} />}
            <TextField {...text('url')} hint={say.urlHint} />
            <Choice
                inline
                legend={say.schedule}
                value={draft.schedule}
                options={schedules.map((one) => [one, say.schedules[one]] as const)}
                onChange={(schedule) => setDraft({...draft, schedule})}
            />
            {draft.schedule === 'every' ? (
                <TextField {...text('minutes')} kind="decimal" />
            ) : (
                <TextField {...text('time')} kind="decimal" hint={say.timeHint} />
            )}
            <details>
                <summary>{say.more}</summary>
                <div className="form form-wide">
                    <TextField optional {...text('employer')} hint={say.employerHint} />
                    <Check
                        label={say.complete}
                        checked={draft.complete}
                        onChange={(complete) => setDraft({...draft, complete})}
                    />
                    <Check
                        label={say.ignoresRobots}
                        checked={draft.ignoresRobots}
                        onChange={(ignoresRobots) => setDraft({...draft, ignoresRobots})}
                    />
                    <TextField optional {...text('agent')} hint={say.agentHint} />
                    <div className="row">
                        {fields.map((name) => (
                            <TextField key={name} optional kind="decimal" {...text(name)} />
                        ))}
                    </div>
                </div>
            </details>
            {tried && fields.some((name) => wrong[name]) && (
                <p className="field-error" role="alert">
                    {say.wrongMore}
                </p>
            )}
            {taken ? (
                <p className="field-error" role="alert">
                    {say.taken}
                </p>
            ) : (
                <Refused error={failure} />
            )}
            <div className="actions">
                <button type="submit" className="button button-main" aria-disabled={busy}>
                    {edited ? say.replace : say.add}
                </button>
                {onCancel && (
                    <button type="button" className="button" onClick={onCancel}>
                        {account.cancel}
                    </button>
                )}
            </div>
        </form>
    );
}
