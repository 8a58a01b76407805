import {useState} from 'react';

import {useAct} from '../account/act';
import {useAccountWords, useEmployerWords} from '../text/later';
import {Dialog} from '../ui/dialog';
import {Choice, LinesField, Select} from '../ui/fields';
import {useUnsent} from '../ui/unsent';
import {useCandidateActs, type Interest, type ShownCandidate} from './api';
import {RefusedAct} from './refused_act';

const wordsMax = 300;
const reasons = [
    'experience',
    'language',
    'education',
    'licence',
    'location',
    'other_job_related',
    'position_filled',
] as const;
type Reason = Interest['reason'];

const answers = ['yes', 'no'] as const;
type Answer = (typeof answers)[number];

interface Draft {
    answer: Answer;
    reason: Reason | '';
    text: string;
}

/// Says whether somebody is of interest, and why; what is typed stays until it is said.
export function InterestDialog(properties: {
    posting: string;
    alias: string;
    name: string;
    begin: {interested: boolean; interest: ShownCandidate['interest']};
    onClose: () => void;
    onSaid: () => void;
}) {
    const {posting, alias, name, begin, onClose, onSaid} = properties;
    const words = useEmployerWords();
    const account = useAccountWords();
    const {say: tell} = useCandidateActs(posting, alias);
    const {busy, failure, act} = useAct();
    const [tried, setTried] = useState(false);
    const {
        value: draft,
        set: setDraft,
        drop,
    } = useUnsent<Draft>(`interest/${posting}/${alias}/${String(begin.interested)}`, () => ({
        answer: begin.interested ? 'yes' : 'no',
        reason: begin.interest?.reason.code ?? '',
        text: begin.interest?.words ?? '',
    }));
    const say = words.candidates;
    const yes = draft.answer === 'yes';
    const possible = reasons.filter((one) => !yes || one !== 'position_filled');
    const reason = possible.find((one) => one === draft.reason);
    const tooLong = Array.from(draft.text).length > wordsMax;
    const send = async () => {
        setTried(true);
        if (reason === undefined || tooLong) {
            return;
        }
        const text = draft.text.trim();
        const interest = {interested: yes, reason, words: text === '' ? null : text};
        if (await act(() => tell(interest))) {
            drop(draft);
            onSaid();
            onClose();
        }
    };
    return (
        <Dialog title={say.decide(name)} onClose={onClose}>
            <p>{say.decideText}</p>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void send();
                }}
            >
                <Choice
                    inline
                    legend={say.decision}
                    value={draft.answer}
                    options={answers.map((one) => [one, say[one]] as const)}
                    onChange={(answer) => setDraft({...draft, answer})}
                />
                <Select
                    label={say.reason}
                    value={reason ?? ''}
                    options={possible.map((one) => [one, say.reasons[one]] as const)}
                    error={tried && reason === undefined ? say.choose : undefined}
                    onChange={(chosen) =>
                        setDraft({...draft, reason: reasons.find((one) => one === chosen) ?? ''})
                    }
                />
                <LinesField
                    optional
                    label={say.words}
                    hint={say.wordsHint}
                    value={draft.text}
                    error={tooLong ? say.wordsTooLong : undefined}
                    onChange={(text) => setDraft({...draft, text})}
                />
                <RefusedAct error={failure} />
                <div className="actions">
                    <button type="submit" className="button button-main" aria-disabled={busy}>
                        {say.send}
                    </button>
                    <button type="button" className="button" onClick={onClose}>
                        {account.cancel}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}
