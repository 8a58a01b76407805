import {useState} from 'react';

import {useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {Select} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {useComparison, type Comparison, type Package} from './api';

/// What has changed since an earlier version; asked for once it is opened.
export function ChangedSince({one, earlier}: {one: Package; earlier: Package[]}) {
    const words = useApplicationWords();
    const say = words.changes;
    const [open, setOpen] = useState(false);
    const [chosen, setChosen] = useState('');
    const other = earlier.find(({id}) => id === chosen) ?? earlier[0];
    if (!other) {
        return null;
    }
    return (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{say.title}</summary>
            {open && (
                <div className="changes">
                    {earlier.length > 1 ? (
                        <Select
                            label={say.since}
                            value={other.id}
                            options={earlier.map(({id, version}) => [id, words.version(version)])}
                            onChange={setChosen}
                        />
                    ) : (
                        <p className="quiet">{say.sinceOne(other.version)}</p>
                    )}
                    <Changes id={one.id} since={other.id} />
                </div>
            )}
        </details>
    );
}

function Changes({id, since}: {id: string; since: string}) {
    const words = useApplicationWords();
    const answer = useComparison(id, since);
    if (answer.isPending) {
        return <Loading />;
    }
    if (answer.isError) {
        return <Failure error={answer.error} again={answer.refetch} />;
    }
    return <Told of={answer.data} none={words.changes.none} />;
}

const texts = (elements: readonly object[]): string[] =>
    elements.map((element) => (element as {text?: string | null}).text ?? '');

function Told({of, none}: {of: Comparison; none: string}) {
    const {format} = useText();
    const words = useApplicationWords();
    const say = words.changes;
    const {as_of, rule_sets, inputs, documents, ats, versions} = of;
    const found = (rows: readonly object[]) =>
        rows.map((row) => {
            const {text, meaning} = row as {text?: string | null; meaning?: string};
            return [meaning, text && words.quoted(text)].filter(Boolean).join(' ');
        });
    const facts = [
        ...(as_of.before === as_of.after
            ? []
            : [say.day(format.day(as_of.before), format.day(as_of.after))]),
        ...inputs.map((input) => say.inputs[input] ?? input),
        ...rule_sets.added.map((one) => say.ruleAdded(format.day(one))),
        ...rule_sets.removed.map((one) => say.ruleRemoved(format.day(one))),
        ...versions.map(({name, before, after}) => `${name} ${before ?? '–'} → ${after}`),
    ];
    const lists = [
        [words.files['resume'], texts(documents.resume.removed), texts(documents.resume.added)],
        [words.files['letter'], texts(documents.letter.removed), texts(documents.letter.added)],
        [words.findings, found(ats.removed), found(ats.added)],
    ] as const;
    const changed = lists.filter(([, gone, come]) => gone.length + come.length > 0);
    if (facts.length === 0 && changed.length === 0) {
        return <p>{none}</p>;
    }
    return (
        <>
            {facts.length > 0 && (
                <ul className="notes">
                    {facts.map((fact) => (
                        <li key={fact}>{fact}</li>
                    ))}
                </ul>
            )}
            {changed.map(([name, gone, come]) => (
                <div key={name}>
                    <h4>{name}</h4>
                    <ul className="change-list">
                        {gone.map((text, place) => (
                            <li key={`- ${text} ${place}`}>
                                <span className="hidden-text">{say.gone}</span>
                                <del dir="auto">{text}</del>
                            </li>
                        ))}
                        {come.map((text, place) => (
                            <li key={`+ ${text} ${place}`}>
                                <span className="hidden-text">{say.come}</span>
                                <ins dir="auto">{text}</ins>
                            </li>
                        ))}
                    </ul>
                </div>
            ))}
        </>
    );
}
