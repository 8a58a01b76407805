import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {answered, client, done} from '../api/client';
import {usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Combobox, type Found} from '../ui/combobox';
import {Check} from '../ui/fields';

/// Lets a firm of advisors read the profile, by its name and in the very words.
export function GiveConsent(properties: {
    candidate: string;
    current: {wording: string; text: string};
    onGiven: () => Promise<void>;
}) {
    const {candidate, current, onGiven} = properties;
    const {lang} = useText();
    const words = usePrivacyWords();
    const [firm, setFirm] = useState<Found | null>(null);
    const [mayReplace, setMayReplace] = useState(false);
    const [tried, setTried] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.firms;
    const ask = async (q: string): Promise<Found[]> => {
        const params = {query: {q, limit: 20}};
        const {items} = await answered(client.GET('/v1/firms', {params}));
        return items.map(({id, name}) => ({
            key: id,
            name,
            title: name,
            hint: say.number(id.slice(0, 8)),
        }));
    };
    const submit = async () => {
        setTried(true);
        if (!firm) {
            return;
        }
        await act(async () => {
            await done(
                client.PUT('/v1/candidates/{id}/firms/{firm}', {
                    params: {path: {id: candidate, firm: firm.key}, query: {lang}},
                    body: {wording: current.wording, may_replace: mayReplace},
                }),
            );
            setFirm(null);
            setTried(false);
            setMayReplace(false);
            await onGiven();
        });
    };
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                void submit();
            }}
        >
            <Combobox
                label={say.name}
                hint={say.nameHint}
                value={firm?.name ?? ''}
                words={{searching: say.searching, none: say.noFirm, found: say.found}}
                error={tried && !firm ? say.nameNeeded : undefined}
                ask={ask}
                onChoose={setFirm}
            />
            <Check label={say.replace} checked={mayReplace} onChange={setMayReplace} />
            <blockquote className="wording">{current.text}</blockquote>
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button" aria-disabled={busy}>
                    {say.agree}
                </button>
            </div>
        </form>
    );
}
