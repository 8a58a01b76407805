import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refused} from '../account/refused';
import {answered, client} from '../api/client';
import {useReportWords} from '../text/later';
import {LinesField, Select} from '../ui/fields';

const wordsMax = 1000;
const kinds = [
    'fee_asked',
    'personal_data_asked',
    'fake_employer',
    'closed',
    'wrong_details',
    'discrimination',
    'other',
] as const;
type Kind = (typeof kinds)[number];

/// Tells reviewers what is wrong with a posting; whoever reports stays unknown.
export default function Report({posting}: {posting: string}) {
    const words = useReportWords();
    const [kind, setKind] = useState<Kind>('closed');
    const [text, setText] = useState('');
    const [sent, setSent] = useState(false);
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const tooLong = Array.from(text).length > wordsMax;
    const changed = () => {
        once.renew();
        setSent(false);
    };
    const send = async () => {
        if (tooLong || sent) {
            return;
        }
        const done = await act(() =>
            answered(
                client.POST('/v1/postings/{id}/reports', {
                    params: {
                        path: {id: Number(posting)},
                        header: {'Idempotency-Key': once.key()},
                    },
                    body: {kind, text: text.trim() === '' ? null : text},
                }),
            ),
        );
        if (done) {
            setText('');
            once.renew();
            setSent(true);
        }
    };
    return (
        <form
            className="form form-wide"
            onSubmit={(event) => {
                event.preventDefault();
                void send();
            }}
        >
            <p className="hint">{words.about}</p>
            <Select
                label={words.kind}
                value={kind}
                options={kinds.map((one) => [one, words.kinds[one]] as const)}
                onChange={(value) => {
                    changed();
                    setKind(kinds.find((one) => one === value) ?? 'other');
                }}
            />
            <LinesField
                label={words.words}
                value={text}
                error={tooLong ? words.tooLong : undefined}
                onChange={(value) => {
                    changed();
                    setText(value);
                }}
            />
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button" aria-disabled={busy}>
                    {words.send}
                </button>
                <p role="status">{sent && words.sent}</p>
            </div>
        </form>
    );
}
