import '../styles/plan.css';

import {useState} from 'react';

import type {Candidate} from '../api/client';
import {useProjection} from '../api/queries';
import {useHref, useRouter} from '../router';
import {usePlanWords} from '../text/later';
import {useSettled} from '../ui/settled';
import {Slider} from '../ui/slider';
import {Failure, Loading} from '../ui/states';
import {firstDraft, horizons, toPlan} from './plan';
import {Result} from './result';
import {PlanSteps} from './steps';

/// How far the address says to look; the plan itself is somebody's own and stands in none.
function useHorizon(): [number, (months: number) => void] {
    const {search, path, go} = useRouter();
    const href = useHref();
    const asked = Number(search.get('months') ?? '');
    const {min, max, step, usual} = horizons;
    const months = asked >= min && asked <= max && asked % step === 0 ? asked : usual;
    const choose = (value: number) =>
        go(href(`/${path.join('/')}`, value === usual ? {} : {months: String(value)}), {
            replace: true,
        });
    return [months, choose];
}

/// What single steps would do to the score, month by month.
export default function WhatIf({candidate, today}: {candidate: Candidate; today: string}) {
    const words = usePlanWords();
    const [draft, setDraft] = useState(() => firstDraft(candidate));
    const [months, setMonths] = useHorizon();
    const {plan, horizon} = useSettled(
        // As text, so that the same plan is the same.
        JSON.stringify({plan: toPlan(draft, candidate, today), horizon: months}),
        JSON.parse as (text: string) => {plan: ReturnType<typeof toPlan>; horizon: number},
    );
    const projection = useProjection(plan, horizon);
    return (
        <section aria-labelledby="plan">
            <h2 id="plan">{words.title}</h2>
            <p className="quiet plan-lead">{words.text}</p>
            <div className="plan">
                <div className="plan-steps">
                    <Slider
                        label={words.horizon}
                        value={months}
                        min={horizons.min}
                        max={horizons.max}
                        step={horizons.step}
                        said={words.months(months)}
                        onChange={setMonths}
                    />
                    <PlanSteps
                        draft={draft}
                        months={months}
                        today={today}
                        change={(what) => setDraft({...draft, ...what})}
                    />
                </div>
                <div className="plan-result">
                    {projection.isError ? (
                        <Failure error={projection.error} again={projection.refetch} />
                    ) : projection.data ? (
                        <Result
                            projection={projection.data}
                            working={projection.isPlaceholderData}
                        />
                    ) : (
                        <Loading />
                    )}
                </div>
            </div>
        </section>
    );
}
