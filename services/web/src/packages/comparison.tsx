import {useComparison, type Comparison as Compared} from '../applications/api';
import {useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';

/// What has changed in a package since another version of it.
export function Comparison({before, after}: {before: string; after: string}) {
    const words = useApplicationWords();
    const answer = useComparison(after, before);
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

function Told({of, none}: {of: Compared; none: string}) {
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
