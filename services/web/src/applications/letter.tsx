import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {LinesField, Select} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {useUnsent} from '../ui/unsent';
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

/// `text`: what is said about it to whom it is not a letter of their own.
export function LetterSection({id, text}: {id: string; text?: string}) {
    const words = useApplicationWords();
    const letter = useLetter(id);
    return (
        <section aria-labelledby="letter">
            <h2 id="letter">{words.letter}</h2>
            <p className="quiet">{text ?? words.letterText}</p>
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

interface Kept {
    draft: Draft;
    tag: string; ///< Of what the draft was made of.
}

const keptOf = ({value, tag}: Tagged<Letter>): Kept => ({draft: readDraft(value.own_words), tag});

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
    const {value, set: keep, drop} = useUnsent(`letter/${id}`, () => keptOf(letter));
    const {draft, tag} = value;
    const [theirs, setTheirs] = useState<Tagged<Letter> | null>(null);
    const [said, setSaid] = useState('');
    const set = (part: Part, what: Partial<Draft[Part]>) => {
        setSaid('');
        keep({tag, draft: {...draft, [part]: {...draft[part], ...what}}});
    };
    const tooLong = parts.filter(
        (part) => draft[part].way === 'own' && draft[part].text.trim().length > partMax,
    );
    const empty = parts.filter(
        (part) => draft[part].way === 'own' && draft[part].text.trim() === '',
    );
    const write = (against: string) =>
        act(async () => {
            try {
                drop(keptOf(await writeLetter(id, writeDraft(draft), against)));
                setTheirs(null);
                setSaid(words.letterKept);
            } catch (error) {
                if (!isOvertaken(error)) {
                    throw error;
                }
                setTheirs((await reload()).data ?? null);
            }
        });
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
                                onChange={(typed) => set(part, {text: typed})}
                            />
                        )}
                    </div>
                );
            })}
            {theirs && (
                <TwoTexts
                    theirs={theirs.value}
                    mine={draft}
                    takePart={(part, what) => set(part, what)}
                    takeAll={() => {
                        drop(keptOf(theirs));
                        setTheirs(null);
                    }}
                    keepMine={() => void write(theirs.tag)}
                />
            )}
            <Refused error={failure} />
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

/// What somebody else has written meanwhile beside what stands here, where they differ: part by
/// part, or all at once.
function TwoTexts(properties: {
    theirs: Letter;
    mine: Draft;
    takePart: (part: Part, what: Draft[Part]) => void;
    takeAll: () => void;
    keepMine: () => void;
}) {
    const {theirs, mine, takePart, takeAll, keepMine} = properties;
    const {format} = useText();
    const words = useApplicationWords();
    const there = readDraft(theirs.own_words);
    const shown = ({way, text}: Draft[Part]) => (way === 'own' ? text.trim() : words.ways[way]);
    const different = parts.filter((part) => shown(there[part]) !== shown(mine[part]));
    const by = theirs.by && (theirs.by.firm ?? words.parties[theirs.by.role]);
    return (
        <div className="notice notice-bad two-texts" role="alert">
            <p>{words.letterOvertaken}</p>
            {theirs.made_at && (
                <p className="quiet" dir="auto">
                    {theirs.by?.you ? words.you : by}, {format.moment(theirs.made_at)}
                </p>
            )}
            {different.length === 0 && <p>{words.letterSame}</p>}
            {different.map((part) => (
                <section key={part} aria-label={words.parts[part]}>
                    <h3>{words.parts[part]}</h3>
                    <dl>
                        <div>
                            <dt>{words.isThere}</dt>
                            <dd dir="auto">{shown(there[part])}</dd>
                        </div>
                        <div>
                            <dt>{words.isMine}</dt>
                            <dd dir="auto">{shown(mine[part])}</dd>
                        </div>
                    </dl>
                    <button
                        type="button"
                        className="button"
                        onClick={() => takePart(part, there[part])}
                    >
                        {words.takePart}
                        <span className="hidden-text"> ({words.parts[part]})</span>
                    </button>
                </section>
            ))}
            <div className="actions">
                <button type="button" className="button" onClick={takeAll}>
                    {words.takeTheirs}
                </button>
                <button type="button" className="button" onClick={keepMine}>
                    {words.keepMine}
                </button>
            </div>
        </div>
    );
}
