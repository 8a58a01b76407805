import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {Refusal} from '../api/client';
import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {TextField} from '../ui/fields';
import {useAccountActs, type FoundAccount} from './api';

/// The number of an account by its address, which goes into no address of a page.
export function FindAccount({onFound}: {onFound: (found: FoundAccount) => void}) {
    const {t} = useText();
    const words = useOperatorWords();
    const {find} = useAccountActs();
    const {busy, failure, act} = useAct();
    const [email, setEmail] = useState('');
    const [found, setFound] = useState<FoundAccount | null>(null);
    const say = words.people;
    const none = failure instanceof Refusal && failure.status === 404;
    const look = async () => {
        setFound(null);
        if (email.trim() !== '') {
            await act(async () => {
                const one = await find(email.trim());
                setFound(one);
                onFound(one);
            });
        }
    };
    return (
        <form
            className="form"
            role="search"
            aria-label={say.byEmail}
            noValidate
            onSubmit={(event) => {
                event.preventDefault();
                void look();
            }}
        >
            <TextField kind="email" label={say.byEmail} value={email} onChange={setEmail} />
            {none ? (
                <p className="field-error" role="alert">
                    {say.noAccountAt}
                </p>
            ) : (
                <Refused error={failure} />
            )}
            <div className="actions">
                <button type="submit" className="button" aria-disabled={busy}>
                    {say.findButton}
                </button>
            </div>
            <p role="status" dir="auto">
                {found &&
                    [
                        `${say.found}${t.common.colon}${t.common.people[found.role]}`,
                        say.states[found.state],
                        found.employer_name,
                    ]
                        .filter(Boolean)
                        .join(', ')}
            </p>
        </form>
    );
}
