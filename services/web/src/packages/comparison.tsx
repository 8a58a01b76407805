import '../styles/packages.css';

import {useQuery} from '@tanstack/react-query';

import {answered, client} from '../api/client';
import {usePackageWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {papers, type Finding, type Sentence} from './manifest';

/// What has changed in a package since another version of it.
export function Comparison({before, after}: {before: string; after: string}) {
    const words = usePackageWords();
    const {format} = useText();
    const answer = useQuery({
        queryKey: ['comparison', before, after],
        queryFn: ({signal}) =>
            answered(
                client.GET('/v1/packages/{package}/comparison', {
                    params: {path: {package: after}, query: {with: before}},
                    signal,
                }),
            ),
        staleTime: Infinity, // What is built is never rewritten.
    });
    if (answer.isPending) {
        return <Loading />;
    }
    if (answer.isError) {
        return <Failure error={answer.error} again={answer.refetch} />;
    }
    const {documents, ats, as_of, rule_sets, inputs} = answer.data;
    const named = inputs.map((one) => words.inputs[one] ?? one);
    const rules = [
        ...rule_sets.added.map((id) => words.ruleAdded(format.day(id))),
        ...rule_sets.removed.map((id) => words.ruleRemoved(format.day(id))),
    ];
    return (
        <div className="comparison">
            <p>
                {as_of.before === as_of.after
                    ? words.sameDay(format.day(as_of.after))
                    : words.days(format.day(as_of.before), format.day(as_of.after))}{' '}
                {named.length === 0 ? words.sameInputs : words.changedInputs(named.join(', '))}{' '}
                {rules.join(' ')}
            </p>
            {papers.map((paper) => (
                <section key={paper} aria-label={words.papers[paper]}>
                    <h4>{words.papers[paper]}</h4>
                    <Changes
                        added={(documents[paper].added as unknown as Sentence[]).map(
                            ({text}) => text,
                        )}
                        removed={(documents[paper].removed as unknown as Sentence[]).map(
                            ({text}) => text,
                        )}
                    />
                </section>
            ))}
            <section aria-label={words.check}>
                <h4>{words.check}</h4>
                <Changes
                    added={(ats.added as unknown as Finding[]).map(({meaning}) => meaning)}
                    removed={(ats.removed as unknown as Finding[]).map(({meaning}) => meaning)}
                />
            </section>
        </div>
    );
}

function Changes({added, removed}: {added: string[]; removed: string[]}) {
    const words = usePackageWords();
    if (added.length === 0 && removed.length === 0) {
        return <p className="quiet">{words.noChanges}</p>;
    }
    return (
        <ul className="changes">
            {removed.map((text, place) => (
                <li key={`removed ${place}`} className="change-removed">
                    <span className="change-kind">{words.removed}</span>{' '}
                    <del dir="auto">{text}</del>
                </li>
            ))}
            {added.map((text, place) => (
                <li key={`added ${place}`} className="change-added">
                    <span className="change-kind">{words.added}</span> <ins dir="auto">{text}</ins>
                </li>
            ))}
        </ul>
    );
}
