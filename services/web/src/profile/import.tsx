import {useId, useState} from 'react';

import {answered, asBody, client, type Candidate} from '../api/client';
import {useHref, useRouter} from '../router';
import {useText} from '../text/text';
import {Dialog} from '../ui/dialog';
import {toDraft} from './document';
import {useProfile} from './store';

interface Outcome {
    failed: boolean;
    notes: string[];
}

/// A button that takes a JSON Resume, or a document of ours, from a file.
export function ImportProfile() {
    const {t, lang} = useText();
    const {replace} = useProfile();
    const {go} = useRouter();
    const href = useHref();
    const id = useId();
    const [outcome, setOutcome] = useState<Outcome | null>(null);
    const take = async (file: File | undefined) => {
        if (!file) {
            return;
        }
        try {
            const body = JSON.parse(await file.text()) as Candidate;
            const imported = await answered(
                client.POST('/v1/candidates/import', {params: {query: {lang}}, body: asBody(body)}),
            );
            replace(toDraft(imported.candidate));
            setOutcome({failed: false, notes: imported.notes.map((note) => note.text)});
        } catch {
            setOutcome({failed: true, notes: []});
        }
    };
    const close = () => {
        setOutcome(null);
        if (outcome && !outcome.failed) {
            go(href('/profile'));
        }
    };
    return (
        <>
            <span className="file">
                <input
                    id={id}
                    type="file"
                    accept=".json,application/json"
                    onChange={(event) => {
                        void take(event.target.files?.[0]);
                        event.target.value = '';
                    }}
                />
                <label className="button" htmlFor={id}>
                    {t.home.import}
                </label>
            </span>
            {outcome && (
                <Dialog title={t.home.import} onClose={close}>
                    <p>{outcome.failed ? t.home.importFailed : t.home.imported}</p>
                    <ul className="notes">
                        {[...new Set(outcome.notes)].map((note) => (
                            <li key={note}>{note}</li>
                        ))}
                    </ul>
                </Dialog>
            )}
        </>
    );
}
