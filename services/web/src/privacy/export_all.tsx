import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {client, done} from '../api/client';
import {usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {saveFile} from '../ui/save_file';

const files = {
    archive: 'job-scout-export.zip',
    candidate: 'job-scout-profile.json',
    json_resume: 'job-scout-resume.json',
} as const;
type Format = keyof typeof files;

/// Everything that is held, to be taken along.
export function ExportAll({candidate}: {candidate: string}) {
    const {lang} = useText();
    const words = usePrivacyWords();
    const [ready, setReady] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.export;
    const take = (format: Format) =>
        act(async () => {
            setReady(false);
            const asked = client.GET('/v1/candidates/{id}/export', {
                params: {path: {id: candidate}, query: {lang, format}},
                parseAs: 'blob',
            });
            await done(asked);
            saveFile(files[format], (await asked).data as unknown as Blob);
            setReady(true);
        });
    const buttons = [
        ['archive', say.archive],
        ['candidate', say.profile],
        ['json_resume', say.resume],
    ] as const;
    return (
        <section className="panel">
            <h2>{say.title}</h2>
            <p>{say.text}</p>
            <Refused error={failure} />
            <div className="actions">
                {buttons.map(([format, label]) => (
                    <button
                        key={format}
                        type="button"
                        className="button"
                        aria-disabled={busy}
                        onClick={() => void take(format)}
                    >
                        {label}
                    </button>
                ))}
                <p role="status">{ready && say.ready}</p>
            </div>
        </section>
    );
}
