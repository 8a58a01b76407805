import {useId, useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useOperatorWords} from '../text/later';
import {LinesField} from '../ui/fields';
import {Icon} from '../ui/icons';
import {useUnsent} from '../ui/unsent';
import {checkRules, type RulesCheck, type RulesToCheck} from './api';

/// An object of JSON; else why it is none.
function readObject(text: string): {value: object} | {wrong: 'notJson' | 'notObject'} {
    try {
        const value: unknown = JSON.parse(text);
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
        return isObject ? {value} : {wrong: 'notObject'};
    } catch {
        return {wrong: 'notJson'};
    }
}

/// Whether the program would start with a rule set in its folder; nothing is loaded.
export function CheckRules() {
    const words = useOperatorWords();
    const file = useId();
    const {value: draft, set: setDraft} = useUnsent('rules', () => ({document: '', grids: ''}));
    const [tried, setTried] = useState(false);
    const [answer, setAnswer] = useState<RulesCheck | null>(null);
    const {busy, failure, act} = useAct();
    const say = words.rules;
    const document = readObject(draft.document);
    const grids = draft.grids.trim() === '' ? null : readObject(draft.grids);
    const wrong = (one: ReturnType<typeof readObject> | null) =>
        tried && one && 'wrong' in one ? say[one.wrong] : undefined;
    const change = (changes: Partial<typeof draft>) => {
        setAnswer(null);
        setDraft({...draft, ...changes});
    };
    const check = async () => {
        setTried(true);
        setAnswer(null);
        if ('wrong' in document || (grids && 'wrong' in grids)) {
            return;
        }
        const body = {
            rule_set: document.value,
            ...(grids ? {grids: grids.value} : {}),
        } as RulesToCheck;
        await act(async () => setAnswer(await checkRules(body)));
    };
    return (
        <section className="panel" aria-labelledby="check">
            <h2 id="check">{say.check}</h2>
            <p>{say.checkText}</p>
            <form
                className="form form-wide"
                onSubmit={(event) => {
                    event.preventDefault();
                    void check();
                }}
            >
                <LinesField
                    label={say.document}
                    hint={say.documentHint}
                    value={draft.document}
                    error={wrong(document)}
                    onChange={(text) => change({document: text})}
                />
                <div className="file">
                    <input
                        id={file}
                        type="file"
                        accept="application/json,.json"
                        onChange={(event) => {
                            const [chosen] = event.target.files ?? [];
                            event.target.value = '';
                            void chosen?.text().then((text) => change({document: text}));
                        }}
                    />
                    <label className="button" htmlFor={file}>
                        {say.file}
                    </label>
                </div>
                <LinesField
                    optional
                    label={say.grids}
                    hint={say.gridsHint}
                    value={draft.grids}
                    error={wrong(grids)}
                    onChange={(text) => change({grids: text})}
                />
                <Refused error={failure} />
                <div className="actions">
                    <button type="submit" className="button button-main" aria-disabled={busy}>
                        {say.submit}
                    </button>
                </div>
            </form>
            <div role="status">{answer && <Answer answer={answer} />}</div>
        </section>
    );
}

function Answer({answer}: {answer: RulesCheck}) {
    const words = useOperatorWords();
    const say = words.rules;
    if (answer.valid) {
        return (
            <p className="clause clause-meets">
                <Icon name="check" />
                <b>{say.valid(answer.rules ?? '')}</b>
            </p>
        );
    }
    return (
        <>
            <p className="clause clause-stops">
                <Icon name="fail" />
                <b>{say.invalid}</b>
            </p>
            <ul className="notes">
                {answer.errors.map((one) => (
                    <li key={one.pointer}>
                        {one.pointer === '' ? say.wholeDocument : <code>{one.pointer}</code>}
                        <p className="own-text" lang="en" dir="auto">
                            {one.message}
                        </p>
                    </li>
                ))}
            </ul>
        </>
    );
}
