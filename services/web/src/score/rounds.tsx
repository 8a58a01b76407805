import {useRounds, useStandings} from '../api/queries';
import {RoundsChart} from '../charts/rounds_chart';
import {useProfile} from '../profile/store';
import {useRouter} from '../router';
import {useText} from '../text/text';
import {RoundsTable} from '../ui/rounds_table';
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
                <RoundsTable
                    label={t.score.rounds}
                    columns={[t.score.held, t.score.distance, t.score.cleared]}
                    rounds={basis.standings.map((one) => ({
                        type: one.type_name,
                        enough: one.enough,
                        cutoff: one.last.cutoff_crs,
                        day: one.last.held_on,
                        cells: [
                            format.number(one.held),
                            format.signed(one.distance),
                            format.number(one.cleared),
                        ],
                        gained: one.distance < 0 ? null : 1,
                    }))}
                />
            )}
        </section>
    );
}
