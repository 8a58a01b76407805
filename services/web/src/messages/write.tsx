import {useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refused} from '../account/refused';
import {answered, client} from '../api/client';
import {useMessageWords} from '../text/later';
import {useText} from '../text/text';
import {LinesField} from '../ui/fields';
import {useUnsent} from '../ui/unsent';

const wordsMax = 4000;

/// A message to a firm, perhaps about a posting. What is typed stays until it is sent.
export function WriteMessage(properties: {
    candidate: string;
    firm: string;
    posting?: string;
    label: string;
    onSent?: () => void;
}) {
    const {candidate, firm, posting, label, onSent} = properties;
    const {lang} = useText();
    const words = useMessageWords();
    const queries = useQueryClient();
    const {
        value: text,
        set: setText,
        drop,
    } = useUnsent(`message/${candidate}/${firm}/${posting ?? ''}`, () => '');
    const [sent, setSent] = useState(false);
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const tooLong = Array.from(text).length > wordsMax;
    const change = (value: string) => {
        once.renew();
        setSent(false);
        setText(value);
    };
    const send = async () => {
        if (text.trim() === '' || tooLong) {
            return;
        }
        const done = await act(() =>
            answered(
                client.POST('/v1/messages/{candidate}/{firm}', {
                    params: {
                        path: {candidate, firm},
                        query: {lang},
                        header: {'Idempotency-Key': once.key()},
                    },
                    body: {words: text, posting_id: posting ?? null},
                }),
            ),
        );
        if (done) {
            once.renew();
            drop('');
            setSent(true);
            onSent?.();
            await queries.invalidateQueries({queryKey: ['account', 'messages', candidate, firm]});
            await queries.invalidateQueries({queryKey: ['account', 'threads']});
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
            <LinesField
                label={label}
                value={text}
                error={tooLong ? words.tooLong : undefined}
                onChange={change}
            />
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button button-main" aria-disabled={busy}>
                    {words.send}
                </button>
                <p role="status">{sent && words.sent}</p>
            </div>
        </form>
    );
}
