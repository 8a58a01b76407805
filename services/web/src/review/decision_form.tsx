import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refused} from '../account/refused';
import type {Evidence} from '../api/client';
import {useReviewWords} from '../text/later';
import {Choice, LinesField, Select} from '../ui/fields';
import {useUnsent} from '../ui/unsent';
import {useReviewActs, type Decision, type Outcome} from './api';

export const noteMax = 1000;
const ofCheck = (decision: Decision | '') => decision === 'confirm' || decision === 'clear';

/// What is decided about a finding, or about the posting as a whole.
export function DecisionForm({posting, checks}: {posting: string; checks: Evidence['checks']}) {
    const words = useReviewWords();
    const {decide} = useReviewActs();
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const note = useUnsent(`review/${posting}`, () => '');
    const [decision, setDecision] = useState<Decision | ''>('');
    const [chosen, setChosen] = useState('');
    const [wrong, setWrong] = useState(false);
    const [outcome, setOutcome] = useState<Outcome['effect'] | null>(null);
    const check = chosen || (checks[0]?.check ?? '');
    const text = note.value.trim();
    const lacking = decision !== 'confirm' && text === '';
    const tooLong = Array.from(text).length > noteMax;
    const possible = (['confirm', 'clear', 'reject', 'note'] as const).filter(
        (one) => checks.length > 0 || !ofCheck(one),
    );
    const changed = () => {
        once.renew();
        setOutcome(null);
    };
    const submit = async () => {
        setWrong(lacking);
        if (decision === '' || lacking || tooLong) {
            return;
        }
        await act(async () => {
            const {effect} = await decide(
                posting,
                {
                    decision,
                    check: ofCheck(decision) ? check : null,
                    note: text === '' ? null : text,
                },
                once.key(),
            );
            changed();
            note.drop('');
            setDecision('');
            setOutcome(effect);
        });
    };
    return (
        <section className="panel" aria-labelledby="decide">
            <h2 id="decide">{words.decide}</h2>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void submit();
                }}
            >
                <Choice<Decision>
                    legend={words.decision}
                    value={decision}
                    options={possible.map((one) => [one, words.decisions[one]] as const)}
                    onChange={(one) => {
                        changed();
                        setDecision(one);
                    }}
                />
                {ofCheck(decision) && (
                    <Select
                        label={words.finding}
                        value={check}
                        options={checks.map((one) => [one.check, one.title] as const)}
                        onChange={(one) => {
                            changed();
                            setChosen(one);
                        }}
                    />
                )}
                {decision === 'clear' && <p className="quiet">{words.twoPeople}</p>}
                <LinesField
                    optional={decision === 'confirm'}
                    label={words.why}
                    value={note.value}
                    error={tooLong ? words.tooLong : wrong && lacking ? words.whyNeeded : undefined}
                    onChange={(typed) => {
                        changed();
                        note.set(typed);
                    }}
                />
                <Refused error={failure} />
                <div className="actions">
                    <button
                        type="submit"
                        className="button button-main"
                        aria-disabled={busy || decision === ''}
                    >
                        {words.record}
                    </button>
                </div>
                <p role="status">{outcome && words.effects[outcome]}</p>
            </form>
        </section>
    );
}
