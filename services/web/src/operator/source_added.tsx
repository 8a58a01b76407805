import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useAccountWords, useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {Dialog} from '../ui/dialog';
import {Of} from '../ui/of';
import {useSourceActs, type Source} from './api';
import {draftOf} from './source_draft';
import {SourceForm} from './source_form';

/// A source that was added here: by whom, and what can be done about it.
export function AddedSource({source, onSaid}: {source: Source; onSaid: (said: string) => void}) {
    const {format} = useText();
    const words = useOperatorWords();
    const account = useAccountWords();
    const {remove} = useSourceActs();
    const {busy, failure, act} = useAct();
    const [doing, setDoing] = useState<'replace' | 'remove' | null>(null);
    const {name, added} = source;
    const say = words.sourceForm;
    if (!added) {
        return null;
    }
    const close = () => setDoing(null);
    const take = async () => {
        if (await act(() => remove(name))) {
            close();
            onSaid(say.removed(name));
        }
    };
    return (
        <>
            <p className="quiet">{say.addedAt(format.moment(added.at))}</p>
            <div className="actions">
                {(['replace', 'remove'] as const).map((what) => (
                    <button
                        key={what}
                        type="button"
                        className="button button-quiet"
                        onClick={() => setDoing(what)}
                    >
                        {say[`${what}It`]}
                        <Of name={name} />
                    </button>
                ))}
            </div>
            {doing === 'replace' && (
                <Dialog title={say.replaceTitle(name)} onClose={close}>
                    <SourceForm
                        edited={draftOf(name, added.entry)}
                        onCancel={close}
                        onDone={() => {
                            close();
                            onSaid(say.replaced(name));
                        }}
                    />
                </Dialog>
            )}
            {doing === 'remove' && (
                <Dialog title={say.removeTitle(name)} onClose={close}>
                    <p>{say.removeText}</p>
                    <Refused error={failure} />
                    <div className="actions">
                        <button
                            type="button"
                            className="button button-bad"
                            aria-disabled={busy}
                            onClick={() => void take()}
                        >
                            {say.removeYes}
                        </button>
                        <button type="button" className="button" onClick={close}>
                            {account.cancel}
                        </button>
                    </div>
                </Dialog>
            )}
        </>
    );
}
