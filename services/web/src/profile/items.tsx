import {useMemo} from 'react';

import {useText} from '../text/text';
import {Check, LinesField, Select, TextField} from '../ui/fields';
import {countryCodes} from './countries';
import {isBetween, isPast} from './document';
import {
    abilities,
    noScores,
    scales,
    type CredentialDraft,
    type JobDraft,
    type TestDraft,
    type TestName,
} from './draft';
import {Occupation} from './occupation';

function useCountries(): readonly (readonly [string, string])[] {
    const {format} = useText();
    return useMemo(() => {
        const others = countryCodes
            .filter((code) => code !== 'CA')
            .map((code) => [code, format.country(code)] as const)
            .sort(([, one], [, other]) => format.sort(one, other));
        return [['CA', format.country('CA')] as const, ...others];
    }, [format]);
}

function useDayError(): (text: string) => string | undefined {
    const {t} = useText();
    return (text) => (text === '' || isPast(text) ? undefined : t.profile.errors.date);
}

export function TestFields(properties: {
    test: TestDraft;
    asksFirst: boolean;
    onChange: (test: TestDraft) => void;
}) {
    const {test, asksFirst, onChange} = properties;
    const {t, format} = useText();
    const dayError = useDayError();
    const words = t.profile.languages;
    const scale = scales[test.test];
    return (
        <>
            <div className="row">
                <Select
                    label={words.test}
                    value={test.test}
                    options={Object.entries(words.tests)}
                    onChange={(name) =>
                        onChange({...test, test: name as TestName, scores: noScores})
                    }
                />
                <TextField
                    kind="date"
                    label={words.date}
                    value={test.date}
                    error={dayError(test.date)}
                    onChange={(date) => onChange({...test, date})}
                />
            </div>
            {test.test === 'tef' && <p className="hint">{words.tefHint}</p>}
            <div className="row row-four">
                {abilities.map((ability) => {
                    const {min, max, step} = scale[ability];
                    const [least, most] = [format.number(min), format.number(max)];
                    const text = test.scores[ability];
                    const wrong = text !== '' && !isBetween(text, min, max, step);
                    return (
                        <TextField
                            key={ability}
                            kind="decimal"
                            label={words.abilities[ability]}
                            hint={words.range(least, most)}
                            value={text}
                            error={wrong ? t.profile.errors.number(least, most) : undefined}
                            onChange={(score) =>
                                onChange({
                                    ...test,
                                    // A comma is a decimal sign in French.
                                    scores: {...test.scores, [ability]: score.replace(',', '.')},
                                })
                            }
                        />
                    );
                })}
            </div>
            {asksFirst && (
                <Check
                    label={words.first}
                    checked={test.first}
                    onChange={(first) => onChange({...test, first})}
                />
            )}
        </>
    );
}

export function CredentialFields(properties: {
    credential: CredentialDraft;
    onChange: (credential: CredentialDraft) => void;
}) {
    const {credential, onChange} = properties;
    const {t} = useText();
    const countries = useCountries();
    const dayError = useDayError();
    const words = t.profile.education;
    return (
        <>
            <Select
                label={words.level}
                value={credential.level}
                options={Object.entries(words.levels)}
                onChange={(level) => onChange({...credential, level})}
            />
            <div className="row">
                <Select
                    label={words.country}
                    value={credential.country}
                    options={countries}
                    onChange={(country) => onChange({...credential, country})}
                />
                <TextField
                    kind="date"
                    label={words.completed}
                    value={credential.completed}
                    error={dayError(credential.completed)}
                    onChange={(completed) => onChange({...credential, completed})}
                />
            </div>
            {credential.country !== '' && credential.country !== 'CA' && (
                <TextField
                    kind="date"
                    optional
                    label={words.eca}
                    hint={words.ecaHint}
                    value={credential.eca_date}
                    error={dayError(credential.eca_date)}
                    onChange={(eca_date) => onChange({...credential, eca_date})}
                />
            )}
        </>
    );
}

export function JobFields(properties: {job: JobDraft; onChange: (job: JobDraft) => void}) {
    const {job, onChange} = properties;
    const {t} = useText();
    const countries = useCountries();
    const dayError = useDayError();
    const words = t.profile.work;
    const set = (what: Partial<JobDraft>) => onChange({...job, ...what});
    const turned = job.end !== '' && job.start !== '' && job.end < job.start;
    return (
        <>
            <Occupation
                noc={job.noc}
                name={job.occupation}
                onChange={(noc, occupation) => set({noc, occupation})}
            />
            <div className="row">
                <TextField
                    optional
                    label={words.title}
                    value={job.title}
                    onChange={(title) => set({title})}
                />
                <Select
                    label={words.country}
                    value={job.country}
                    options={countries}
                    onChange={(country) => set({country})}
                />
            </div>
            <div className="row row-three">
                <TextField
                    kind="date"
                    label={words.start}
                    value={job.start}
                    error={dayError(job.start)}
                    onChange={(start) => set({start})}
                />
                {!job.current && (
                    <TextField
                        kind="date"
                        label={words.end}
                        value={job.end}
                        error={turned ? words.endBeforeStart : dayError(job.end)}
                        onChange={(end) => set({end})}
                    />
                )}
                <TextField
                    kind="decimal"
                    label={words.hours}
                    value={job.hours}
                    error={
                        isBetween(job.hours, 1, 168)
                            ? undefined
                            : t.profile.errors.number('1', '168')
                    }
                    onChange={(hours) => set({hours: hours.replace(',', '.')})}
                />
            </div>
            <div className="checks">
                <Check
                    label={words.current}
                    checked={job.current}
                    onChange={(current) => set({current, end: ''})}
                />
                <Check
                    label={words.selfEmployed}
                    checked={job.self_employed}
                    onChange={(self_employed) => set({self_employed})}
                />
                <Check
                    label={words.student}
                    checked={job.student}
                    onChange={(student) => set({student})}
                />
            </div>
            <LinesField
                optional
                label={words.duties}
                hint={words.dutiesHint}
                value={job.duties}
                onChange={(duties) => set({duties})}
            />
        </>
    );
}
