import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {LinesField, Select} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {
    isOvertaken,
    useApplicationActs,
    useLetter,
    type Letter,
    type LetterWords,
    type Tagged,
} from './api';

const parts = ['opening', 'matches', 'employer', 'skills', 'availability', 'closing'] as const;
type Part = (typeof parts)[number];
const partMax = 1200;

/// As it is made of facts, in one's own words, or not at all.
const ways = ['made', 'own', 'none'] as const;
type Way = (typeof ways)[number];
type Draft = Record<Part, {way: Way; text: string}>;

const readDraft = (own: LetterWords): Draft =>
    Object.fromEntries(
        parts.map((part) => {
            const text = own[part];
            const way = text === undefined ? 'made' : text === '' ? 'none' : 'own';
            return [part, {way, text: text ?? ''}];
        }),
    ) as Draft;

const writeDraft = (draft: Draft): LetterWords =>
    Object.fromEntries(
        parts.flatMap((part) => {
            const {way, text} = draft[part];
            return way === 'made' ? [] : [[part, way === 'none' ? '' : text.trim()]];
        }),
    );

export function LetterSection({id}: {id: string}) {
    const words = useApplicationWords();
    const letter = useLetter(id);
    return (
        <section aria-labelledby="letter">
            <h2 id="letter">{words.letter}</h2>
            <p className="quiet">{words.letterText}</p>
            {letter.isPending ? (
                <Loading />
            ) : letter.isError ? (
                <Failure error={letter.error} again={letter.refetch} />
            ) : (
                <LetterForm id={id} letter={letter.data} reload={letter.refetch} />
            )}
        </section>
    );
}

function LetterForm(properties: {
    id: string;
    letter: Tagged<Letter>;
    reload: () => Promise<{data?: Tagged<Letter> | undefined}>;
}) {
    const {id, letter, reload} = properties;
    const {format} = useText();
    const words = useApplicationWords();
    const {writeLetter} = useApplicationActs();
    const {busy, failure, act} = useAct();
    const [draft, setDraft] = useState(() => readDraft(letter.value.own_words));
    const [tag, setTag] = useState(letter.tag); // Of what the draft was made of.
    const [said, setSaid] = useState('');
    const set = (part: Part, what: Partial<Draft[Part]>) => {
        setSaid('');
        setDraft({...draft, [part]: {...draft[part], ...what}});
    };
    const tooLong = parts.filter(
        (part) => draft[part].way === 'own' && draft[part].text.trim().length > partMax,
    );
    const empty = parts.filter(
        (part) => draft[part].way === 'own' && draft[part].text.trim() === '',
    );
    const write = (against: string) =>
        act(async () => {
            const written = await writeLetter(id, writeDraft(draft), against);
            setTag(written.tag);
            setSaid(words.letterKept);
        });
    const take = async (theirs: boolean) => {
        const now = (await reload()).data;
        if (now && theirs) {
            setDraft(readDraft(now.value.own_words));
            setTag(now.tag);
            void act(() => Promise.resolve());
        } else if (now) {
            await write(now.tag);
        }
    };
    return (
        <form
            className="letter"
            onSubmit={(event) => {
                event.preventDefault();
                if (tooLong.length === 0 && empty.length === 0) {
                    void write(tag);
                }
            }}
        >
            {parts.map((part) => {
                const {way, text} = draft[part];
                return (
                    <div key={part} className="letter-part">
                        <Select
                            label={words.parts[part]}
                            value={way}
                            options={ways.map((one) => [one, words.ways[one]] as const)}
                            onChange={(chosen) => set(part, {way: chosen as Way})}
                        />
                        {way === 'own' && (
                            <LinesField
                                label={words.inYourWords(words.parts[part])}
                                hint={words.left(format.number(partMax - text.trim().length))}
                                value={text}
                                onChange={(value) => set(part, {text: value})}
                            />
                        )}
                    </div>
                );
            })}
            {isOvertaken(failure) ? (
                <div className="notice notice-bad" role="alert">
                    <p>{words.letterOvertaken}</p>
                    <div className="actions">
                        <button type="button" className="button" onClick={() => void take(true)}>
                            {words.takeTheirs}
                        </button>
                        <button type="button" className="button" onClick={() => void take(false)}>
                            {words.keepMine}
                        </button>
                    </div>
                </div>
            ) : (
                <Refused error={failure} />
            )}
            {tooLong.length > 0 && <p className="field-error">{words.tooLong}</p>}
            {empty.length > 0 && <p className="hint">{words.emptyPart}</p>}
            <div className="actions">
                <button
                    type="submit"
                    className="button"
                    aria-disabled={busy || tooLong.length > 0 || empty.length > 0}
                >
                    {words.letterKeep}
                </button>
                <span role="status" className="quiet">
                    {said}
                </span>
            </div>
        </form>
    );
}
