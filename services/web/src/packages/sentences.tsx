import '../styles/packages.css';

import {useId} from 'react';

import {usePackageWords} from '../text/later';
import {useText, type Language} from '../text/text';
import {readFact, type Fact, type Source} from './facts';
import type {Sentence} from './manifest';

type Documents = Record<Source, unknown>;

/// A paper sentence by sentence; each opens to the facts that it rests on.
export function Sentences(properties: {
    label: string;
    language: Language;
    sentences: Sentence[];
    documents: Documents;
    open: number | null; ///< Whose facts are shown.
    onOpen: (place: number | null) => void;
}) {
    const {label, language, sentences, documents, open, onOpen} = properties;
    return (
        <ol className="sentences" aria-label={label}>
            {sentences.map((sentence, place) => (
                <li key={place}>
                    <One
                        sentence={sentence}
                        language={language}
                        documents={documents}
                        isOpen={open === place}
                        toggle={() => onOpen(open === place ? null : place)}
                    />
                </li>
            ))}
        </ol>
    );
}

function One(properties: {
    sentence: Sentence;
    language: Language;
    documents: Documents;
    isOpen: boolean;
    toggle: () => void;
}) {
    const {sentence, language, documents, isOpen, toggle} = properties;
    const words = usePackageWords();
    const id = useId();
    const facts = sentence.facts ?? [];
    if (sentence.own_words) {
        return (
            <p>
                <span lang={language} dir="auto">
                    {sentence.text}
                </span>{' '}
                <span className="mark-own">{words.ownWords}</span>
            </p>
        );
    }
    if (facts.length === 0) {
        return (
            <p className="quiet" lang={language}>
                {sentence.text}
            </p>
        );
    }
    return (
        <>
            <button
                type="button"
                className="sentence"
                aria-expanded={isOpen}
                aria-controls={isOpen ? id : undefined}
                onClick={toggle}
            >
                <span lang={language} dir="auto">
                    {sentence.text}
                </span>
                <span className="quiet"> {words.facts(facts.length)}</span>
            </button>
            {isOpen && (
                <ul className="facts-of" id={id}>
                    {facts.map((fact) => (
                        <li key={fact}>
                            <OneFact fact={readFact(fact, documents)} />
                        </li>
                    ))}
                </ul>
            )}
        </>
    );
}

function OneFact({fact}: {fact: Fact}) {
    const {t, format} = useText();
    const words = usePackageWords();
    const {source, path, value} = fact;
    const place = path
        .map((one) => (/^\d+$/.test(one) ? String(Number(one) + 1) : (words.places[one] ?? one)))
        .join(' › ');
    return (
        <>
            <span className="quiet">
                {words.sources[source]}
                {place && `, ${place}`}
                {t.common.colon}
            </span>
            {value === null ? (
                <span className="unknown">{words.factGone}</span>
            ) : (
                <span dir="auto">{format.days(value)}</span>
            )}
        </>
    );
}
