import type {ReactNode} from 'react';

import {abilities} from '../profile/draft';
import {Occupation} from '../profile/occupation';
import {usePlanWords} from '../text/later';
import {useText} from '../text/text';
import {Check, Choice, Select} from '../ui/fields';
import {Slider} from '../ui/slider';
import {languages, levelMax, levelMin, monthsAfter, type PlanDraft, type Step} from './plan';

const levels = [
    'one_year',
    'two_year',
    'bachelors_or_three_year',
    'masters_or_professional',
    'doctoral',
] as const;

/// Each step of a plan, folded up until it is taken.
export function PlanSteps(properties: {
    draft: PlanDraft;
    months: number;
    today: string;
    change: (what: Partial<PlanDraft>) => void;
}) {
    const {draft, months, today, change} = properties;
    const {t, format} = useText();
    const words = usePlanWords();
    const {test, job, education} = draft;
    const step = (name: Step, fields: ReactNode, ready = true) => {
        const {on, after} = draft[name];
        const at = Math.min(after, months);
        return (
            <fieldset className="plan-step">
                <legend className="hidden-text">{words.steps[name]}</legend>
                <Check
                    label={words.steps[name]}
                    checked={on}
                    onChange={(checked) => change({[name]: {...draft[name], on: checked}})}
                />
                {on && (
                    <div className="plan-fields">
                        {fields}
                        {ready ? (
                            <Slider
                                label={words.after}
                                value={at}
                                min={0}
                                max={months}
                                said={words.afterSaid(at, format.day(monthsAfter(today, at)))}
                                onChange={(value) =>
                                    change({[name]: {...draft[name], after: value}})
                                }
                            />
                        ) : (
                            <p className="hint">{words.noOccupation}</p>
                        )}
                    </div>
                )}
            </fieldset>
        );
    };
    const occupation = (
        <Occupation
            noc={job.noc}
            name={job.occupation}
            onChange={(noc, name) => change({job: {...job, noc, occupation: name}})}
        />
    );
    const named = job.noc !== '';
    return (
        <>
            {step(
                'test',
                <>
                    <Choice
                        inline
                        legend={words.language}
                        value={test.language}
                        options={languages.map((one) => [one, words.languages[one]] as const)}
                        onChange={(language) => change({test: {...test, language}})}
                    />
                    <p className="hint">{words.levelHint}</p>
                    {abilities.map((ability) => (
                        <Slider
                            key={ability}
                            label={t.profile.languages.abilities[ability]}
                            value={test.levels[ability]}
                            min={levelMin}
                            max={levelMax}
                            said={words.level(test.levels[ability])}
                            onChange={(level) =>
                                change({
                                    test: {...test, levels: {...test.levels, [ability]: level}},
                                })
                            }
                        />
                    ))}
                </>,
            )}
            {step(
                'job',
                <>
                    {occupation}
                    <p className="hint">
                        {words.fullTime} {words.worked(months - Math.min(job.after, months))}.
                    </p>
                </>,
                named,
            )}
            {step(
                'education',
                <Select
                    label={t.profile.education.level}
                    value={education.level}
                    options={levels.map((one) => [one, t.profile.education.levels[one]] as const)}
                    onChange={(level) => change({education: {...education, level}})}
                />,
            )}
            {step(
                'offer',
                <>
                    {!draft.job.on && occupation}
                    <p className="hint">{words.offerHint}</p>
                </>,
                named,
            )}
            {step('nomination', null)}
        </>
    );
}
