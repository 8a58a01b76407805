import {useCrs} from '../api/queries';
import {Link, useHref} from '../router';
import {RuleScores} from '../score/rule_scores';
import {useText} from '../text/text';
import {Failure} from '../ui/states';
import {useProfile} from './store';

const sections = ['core', 'spouse', 'transferability', 'additional'] as const;

/// The score as far as it can be worked out, and what is missing of it.
export function ScorePanel() {
    const {t, format} = useText();
    const href = useHref();
    const {missing, candidate} = useProfile();
    const crs = useCrs();
    const words = t.profile.panel;
    const basis = crs.data?.scores.find((score) => score.role === 'basis');
    return (
        <section className="panel" aria-label={words.title}>
            <h2>{words.title}</h2>
            {!candidate && <p className="quiet">{words.waiting}</p>}
            {candidate && crs.isPending && <p className="quiet">{words.working}</p>}
            {candidate && crs.isError && <Failure error={crs.error} again={crs.refetch} />}
            {candidate && crs.data && basis && (
                <>
                    <div aria-live="polite">
                        <RuleScores
                            scores={crs.data.scores.map((score) => ({
                                rules: score.rules.id,
                                role: score.role,
                                status_text: score.status_text,
                                total: score.total,
                            }))}
                        />
                    </div>
                    <dl className="sums">
                        {sections
                            .filter((name) => name !== 'spouse' || basis.column === 'with_spouse')
                            .map((name) => (
                                <div key={name}>
                                    <dt>{t.score.sections[name]}</dt>
                                    <dd>
                                        {t.common.of(
                                            figure(basis[name].subtotal),
                                            figure(basis.max[name].subtotal),
                                        )}
                                    </dd>
                                </div>
                            ))}
                    </dl>
                    <Link href={href('/score')}>{words.all}</Link>
                </>
            )}
            <h3>{words.missing}</h3>
            {missing.length === 0 ? (
                <p className="quiet">{words.complete}</p>
            ) : (
                <ul className="notes">
                    {missing.map((what) => (
                        <li key={what}>{t.profile.missing[what]}</li>
                    ))}
                </ul>
            )}
        </section>
    );

    function figure(points: number | null): string {
        return points === null ? t.common.unknown : format.number(points);
    }
}
