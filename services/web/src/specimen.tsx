import type {Fit, Lift} from './api/client';
import {useText} from './text/text';
import {bandOf, FitBar} from './ui/fit_bar';
import {LiftList} from './ui/lift_list';

const sums: [Fit['parts'][number]['part'], number, number][] = [
    ['occupation', 27, 31],
    ['experience', 4, 4],
    ['official_languages', 9, 10],
    ['qualifications', 7, 7],
    ['skills_and_duties', 4, 6],
    ['place', 8, 8],
    ['pay', 6, 6],
    ['remote', 1, 1],
    ['start', 1, 1],
    ['terms', 13, 13],
    ['title', 9, 13],
];

const fit: Fit = {
    total: sums.reduce((total, [, points]) => total + points, 0),
    parts: sums.map(([part, points, max]) => ({
        part,
        points,
        max,
        attainable: max,
        reason: {code: '', text: ''},
        facts: {},
        move: null,
    })),
};

/// What a match looks like, of an employer that there is not; the figures of the rules are theirs.
export function Specimen() {
    const {t} = useText();
    const words = t.home.specimen;
    const lift = (
        role: Lift['role'],
        rules: string,
        points: number | null,
        reason: string,
        condition?: string,
    ): Lift => ({
        role,
        rules,
        points,
        reason: {code: '', text: reason},
        conditions: condition ? [{code: '', text: condition}] : [],
        status: 'historic',
        status_text: '',
        effective_from: rules,
        effective_to: null,
        confirmed: role !== 'reported',
        score_with: null,
        score_without: null,
    });
    return (
        <figure className="specimen panel">
            <figcaption className="quiet">{words.caption}</figcaption>
            <div className="why-total">
                <p className="match-fit">
                    <b className="figure">{fit.total}</b>
                    <span>{t.matches.bands[bandOf(fit.total)]}</span>
                </p>
                <div>
                    <b>{words.title}</b>
                    <p className="quiet">{words.employer}</p>
                </div>
            </div>
            <FitBar fit={fit} />
            <LiftList
                lifts={[
                    lift('basis', '2022-11-16', 50, '', words.condition),
                    lift('latest_confirmed', '2025-03-25', 0, words.none),
                    lift('reported', '2026-11-03', null, words.unknown),
                ]}
            />
        </figure>
    );
}
