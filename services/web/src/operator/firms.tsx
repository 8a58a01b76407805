import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refused} from '../account/refused';
import {Refusal} from '../api/client';
import {useOperatorWords} from '../text/later';
import {useText, type Language} from '../text/text';
import {Choice, TextField} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {useUnsent} from '../ui/unsent';
import {useFirmActs, useFirms, type Firm} from './api';

const languages = ['en', 'fr'] as const;

/// Opens firms of advisors, and invites advisors to one of them.
export function Firms() {
    const [chosen, setChosen] = useState<Firm | null>(null);
    return (
        <>
            <OpenFirm onOpened={setChosen} />
            <InviteAdvisor firm={chosen} onChoose={setChosen} />
        </>
    );
}

function OpenFirm({onOpened}: {onOpened: (firm: Firm) => void}) {
    const words = useOperatorWords();
    const {open} = useFirmActs();
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const {value: name, set: setName, drop} = useUnsent('firm', () => '');
    const [tried, setTried] = useState(false);
    const [opened, setOpened] = useState<Firm | null>(null);
    const say = words.people;
    const submit = async () => {
        setTried(true);
        if (name.trim() === '') {
            return;
        }
        await act(async () => {
            const firm = await once.by((key) => open(name.trim(), key));
            drop('');
            setTried(false);
            setOpened(firm);
            onOpened(firm);
        });
    };
    return (
        <section className="panel" aria-labelledby="open-firm">
            <h2 id="open-firm">{say.firm}</h2>
            <form
                className="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void submit();
                }}
            >
                <TextField
                    label={say.firmName}
                    value={name}
                    error={tried && name.trim() === '' ? say.required : undefined}
                    onChange={(value) => {
                        once.renew();
                        setName(value);
                    }}
                />
                <Refused error={failure} />
                <div className="actions">
                    <button type="submit" className="button" aria-disabled={busy}>
                        {say.firmOpen}
                    </button>
                </div>
            </form>
            <div role="status">
                {opened && (
                    <>
                        <p dir="auto">{say.firmOpened(opened.name)}</p>
                        <p>
                            {say.firmNumber} <code className="secret">{opened.id}</code>
                        </p>
                        <p className="quiet">{say.firmNumberText}</p>
                    </>
                )}
            </div>
        </section>
    );
}

function InviteAdvisor({firm, onChoose}: {firm: Firm | null; onChoose: (firm: Firm) => void}) {
    const {lang} = useText();
    const words = useOperatorWords();
    const {invite} = useFirmActs();
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const empty = {email: '', language: lang};
    const {
        value: draft,
        set: setDraft,
        drop,
    } = useUnsent<{email: string; language: Language}>('advisor', () => empty);
    const [tried, setTried] = useState(false);
    const [said, setSaid] = useState('');
    const say = words.people;
    const change = (changes: Partial<typeof draft>) => {
        once.renew();
        setSaid('');
        setDraft({...draft, ...changes});
    };
    const submit = async () => {
        setTried(true);
        const email = draft.email.trim();
        if (!firm || email === '') {
            return;
        }
        if (await act(() => once.by((key) => invite(firm.id, email, draft.language, key)))) {
            drop(empty);
            setTried(false);
            setSaid(say.invited(email));
        }
    };
    const taken = failure instanceof Refusal && failure.status === 409;
    return (
        <section className="panel" aria-labelledby="invite">
            <h2 id="invite">{say.invite}</h2>
            <p>{say.inviteText}</p>
            <FindFirm chosen={firm} onChoose={onChoose} />
            {tried && !firm && (
                <p className="field-error" role="alert">
                    {say.chooseFirst}
                </p>
            )}
            <form
                className="form"
                noValidate
                onSubmit={(event) => {
                    event.preventDefault();
                    void submit();
                }}
            >
                <TextField
                    kind="email"
                    label={say.email}
                    value={draft.email}
                    error={tried && draft.email.trim() === '' ? say.required : undefined}
                    onChange={(email) => change({email})}
                />
                <Choice
                    inline
                    legend={say.language}
                    value={draft.language}
                    options={languages.map((one) => [one, say.languages[one]] as const)}
                    onChange={(language) => change({language})}
                />
                {taken ? (
                    <p className="field-error" role="alert">
                        {say.taken}
                    </p>
                ) : (
                    <Refused error={failure} />
                )}
                <div className="actions">
                    <button type="submit" className="button" aria-disabled={busy}>
                        {say.inviteSend}
                    </button>
                    <p role="status">{said}</p>
                </div>
            </form>
        </section>
    );
}

function FindFirm({chosen, onChoose}: {chosen: Firm | null; onChoose: (firm: Firm) => void}) {
    const {t} = useText();
    const words = useOperatorWords();
    const [text, setText] = useState('');
    const [asked, setAsked] = useState<string | null>(null);
    const found = useFirms(asked ?? '', asked !== null);
    const say = words.people;
    return (
        <>
            <form
                className="form"
                role="search"
                aria-label={say.find}
                onSubmit={(event) => {
                    event.preventDefault();
                    setAsked(text.trim());
                }}
            >
                <TextField label={say.find} hint={say.findHint} value={text} onChange={setText} />
                <div className="actions">
                    <button type="submit" className="button">
                        {say.findButton}
                    </button>
                </div>
            </form>
            {asked !== null &&
                (found.isPending ? (
                    <Loading />
                ) : found.isError ? (
                    <Failure error={found.error} again={found.refetch} />
                ) : found.data.length === 0 ? (
                    <p role="status">{say.foundNone}</p>
                ) : (
                    <ul className="records">
                        {found.data.map((firm) => (
                            <li key={firm.id}>
                                <div>
                                    <b dir="auto">{firm.name}</b> <code>{firm.id}</code>
                                </div>
                                <button
                                    type="button"
                                    className="button"
                                    aria-label={say.chooseOf(firm.name)}
                                    aria-pressed={chosen?.id === firm.id}
                                    onClick={() => onChoose(firm)}
                                >
                                    {say.choose}
                                </button>
                            </li>
                        ))}
                    </ul>
                ))}
            <p role="status">
                {chosen && (
                    <>
                        {say.chosen}
                        {t.common.colon}
                        <b dir="auto">{chosen.name}</b>
                    </>
                )}
            </p>
        </>
    );
}
