import {useText} from '../text/text';

interface RuleScore {
    rules: string;
    role: string;
    status_text: string;
    total: number | null;
}

/// The same person under the rule sets, one beside the other.
export function RuleScores({scores}: {scores: RuleScore[]}) {
    const {t, format} = useText();
    const roles = t.common.roles as Record<string, string>;
    return (
        <dl className="rule-scores">
            {scores.map((score) => (
                <div key={score.rules} className={`rule-score role-${score.role}`}>
                    <dt>{roles[score.role]}</dt>
                    <dd className="figure">
                        {score.total === null ? (
                            <span className="unknown">{t.common.unknown}</span>
                        ) : (
                            format.number(score.total)
                        )}
                    </dd>
                    <dd className="quiet">
                        {t.common.rulesOf(format.day(score.rules))};{' '}
                        {format.days(score.status_text)}
                    </dd>
                </div>
            ))}
        </dl>
    );
}
