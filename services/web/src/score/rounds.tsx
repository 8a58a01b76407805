import {useRounds, useStandings} from '../api/queries';
import {RoundsChart} from '../charts/rounds_chart';
import {useProfile} from '../profile/store';
import {useRouter} from '../router';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';

function yearBefore(day: string): string {
    const date = new Date(day);
    date.setUTCFullYear(date.getUTCFullYear() - 1);
    return date.toISOString().slice(0, 10);
}

/// How the score stands among the rounds of the last twelve months.
export function Rounds() {
    const {t, format} = useText();
    const {candidate} = useProfile();
    const asked = useRouter().search.get('as_of');
    const rounds = useRounds();
    const standings = useStandings();
    const basis = candidate
        ? standings.data?.scores.find((score) => score.role === 'basis')
        : undefined;
    const day = asked ?? new Date().toISOString().slice(0, 10);
    const recent = (rounds.data?.rounds ?? []).filter(
        (round) => round.held_on > yearBefore(day) && round.held_on <= day,
    );
    const score = basis?.total ?? null;
    return (
        <section aria-labelledby="rounds">
            <h2 id="rounds">{t.score.rounds}</h2>
            {rounds.isPending ? (
                <Loading />
            ) : rounds.isError ? (
                <Failure error={rounds.error} again={rounds.refetch} />
            ) : recent.length === 0 ? (
                <p>{t.score.roundsNone}</p>
            ) : (
                <>
                    <p className="quiet">
                        {score === null
                            ? t.score.roundsNoScore
                            : t.score.roundsText(format.number(score))}
                    </p>
                    <RoundsChart rounds={recent} score={score} />
                </>
            )}
            {candidate && standings.isError && (
                <Failure error={standings.error} again={standings.refetch} />
            )}
            {basis && (
                // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
                <div className="table-frame" role="group" aria-label={t.score.rounds} tabIndex={0}>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{t.score.type}</th>
                                <th scope="col" className="number">
                                    {t.score.held}
                                </th>
                                <th scope="col" className="number">
                                    {t.score.last}
                                </th>
                                <th scope="col" className="number">
                                    {t.score.distance}
                                </th>
                                <th scope="col" className="number">
                                    {t.score.cleared}
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            {basis.standings.map((one) => (
                                <tr key={one.type_name}>
                                    <th scope="row">
                                        {one.type_name}
                                        {!one.enough && (
                                            <span className="quiet"> ({t.posting.notEnough})</span>
                                        )}
                                    </th>
                                    <td className="number">{format.number(one.held)}</td>
                                    <td className="number">
                                        {one.last.cutoff_crs === null
                                            ? t.common.unknown
                                            : format.number(one.last.cutoff_crs)}
                                        <span className="quiet">
                                            {' '}
                                            {format.day(one.last.held_on)}
                                        </span>
                                    </td>
                                    <td className={one.distance < 0 ? 'number' : 'number gained'}>
                                        {format.signed(one.distance)}
                                    </td>
                                    <td className="number">{format.number(one.cleared)}</td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            )}
        </section>
    );
}
