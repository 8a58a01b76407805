import type {ReactNode} from 'react';

import type {Candidate, Job, LanguageTest} from '../api/client';
import {RuleScores} from '../score/rule_scores';
import {useAdvisorWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {useScoreOf} from './api';

const abilities = ['listening', 'reading', 'writing', 'speaking'] as const;

/// What a person states, in short, and what it is worth.
export function ProfileOf({candidate}: {candidate: Candidate}) {
    const {t} = useText();
    const words = useAdvisorWords();
    return (
        <div className="profile-of">
            <div className="profile-parts">
                <About candidate={candidate} />
                <Part title={t.profile.steps.work} none={candidate.jobs.length === 0}>
                    {candidate.jobs.map((job, place) => (
                        <li key={place}>
                            <JobLine job={job} />
                        </li>
                    ))}
                </Part>
                <Part
                    title={t.profile.steps.languages}
                    none={candidate.language_tests.length === 0}
                >
                    {candidate.language_tests.map((test, place) => (
                        <li key={place}>
                            <TestLine test={test} />
                        </li>
                    ))}
                </Part>
                <Education candidate={candidate} />
                {candidate.skills && candidate.skills.length > 0 && (
                    <section className="panel" aria-labelledby="skills-of">
                        <h2 id="skills-of">{words.skills}</h2>
                        <p dir="auto">{candidate.skills.join(', ')}</p>
                    </section>
                )}
            </div>
            <ScoreOf candidate={candidate} />
        </div>
    );
}

function Part({title, none, children}: {title: string; none: boolean; children: ReactNode}) {
    const words = useAdvisorWords();
    return (
        <section className="panel" aria-label={title}>
            <h2>{title}</h2>
            {none ? (
                <p className="quiet">{words.noneStated}</p>
            ) : (
                <ul className="lines">{children}</ul>
            )}
        </section>
    );
}

function About({candidate}: {candidate: Candidate}) {
    const {t, format} = useText();
    const words = useAdvisorWords();
    const {citizenship_status, marital, preferences, birth_date} = candidate;
    const wishes = [
        ...(preferences?.provinces ?? []).map(format.province),
        ...(preferences?.places ?? []),
        ...(preferences?.pay_min ? [words.payFrom(format.money(preferences.pay_min))] : []),
        ...(preferences?.remote ? [t.profile.wishes.remote] : []),
    ];
    const facts: [string, string][] = [
        [words.status, words.statuses[citizenship_status]],
        [t.profile.you.marital, words.maritals[marital]],
        [t.profile.you.birth, format.day(birth_date)],
        [t.profile.steps.wishes, wishes.join(', ')],
    ];
    return (
        <section className="panel" aria-label={words.views.profile}>
            <h2>{words.views.profile}</h2>
            <dl className="facts">
                {facts.map(
                    ([name, value]) =>
                        value !== '' && (
                            <div key={name}>
                                <dt>{name}</dt>
                                <dd dir="auto">{value}</dd>
                            </div>
                        ),
                )}
            </dl>
        </section>
    );
}

function JobLine({job}: {job: Job}) {
    const {t, format} = useText();
    const words = useAdvisorWords();
    const {title, noc, country, start, end} = job;
    return (
        <>
            <b dir="auto">{title || t.matches.noc(noc)}</b>
            <p className="quiet">
                {format.month(start)}–{end ? format.month(end) : words.present} ·{' '}
                {format.country(country)} · {t.matches.noc(noc)}
            </p>
        </>
    );
}

function TestLine({test}: {test: LanguageTest}) {
    const {t, format} = useText();
    const words = useAdvisorWords();
    const figures = (test.scores ?? test.clb ?? {}) as Partial<
        Record<(typeof abilities)[number], number>
    >;
    return (
        <>
            <b>{t.profile.languages.tests[test.test]}</b>{' '}
            <span className="quiet">
                {format.day(test.date)}
                {test.first && ` · ${words.firstLanguage}`}
            </span>
            <p className="quiet">
                {abilities
                    .map(
                        (one) =>
                            t.profile.languages.abilities[one] +
                            t.common.colon +
                            (figures[one] === undefined
                                ? t.common.unknown
                                : format.number(figures[one])),
                    )
                    .join(' · ')}
            </p>
        </>
    );
}

function Education({candidate}: {candidate: Candidate}) {
    const {t, format} = useText();
    const words = useAdvisorWords();
    return (
        <Part title={t.profile.steps.education} none={candidate.education.length === 0}>
            {candidate.education.map(({level, country, completed, eca_date}, place) => (
                <li key={place}>
                    <b>{t.profile.education.levels[level]}</b>
                    <p className="quiet">
                        {format.country(country)} · {format.day(completed)}
                        {eca_date && ` · ${words.assessed(format.day(eca_date))}`}
                    </p>
                </li>
            ))}
        </Part>
    );
}

function ScoreOf({candidate}: {candidate: Candidate}) {
    const words = useAdvisorWords();
    const crs = useScoreOf(candidate);
    return (
        <aside className="panel" aria-label={words.score}>
            <h2>{words.score}</h2>
            {crs.isPending ? (
                <Loading />
            ) : crs.isError ? (
                <Failure error={crs.error} again={crs.refetch} />
            ) : (
                <>
                    <RuleScores
                        scores={crs.data.scores.map(({rules, role, status_text, total}) => ({
                            rules: rules.id,
                            role,
                            status_text,
                            total,
                        }))}
                    />
                    {crs.data.notes.length > 0 && (
                        <ul className="notes">
                            {crs.data.notes.map(({text}) => (
                                <li key={text}>{text}</li>
                            ))}
                        </ul>
                    )}
                    <p className="quiet">{crs.data.notice}</p>
                </>
            )}
        </aside>
    );
}
