import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {answered, client} from '../api/client';
import {usePrivacyWords} from '../text/later';
import {useText} from '../text/text';
import {Check, Choice, Select} from '../ui/fields';
import {Failure, Loading} from '../ui/states';

const zones = [
    'America/St_Johns',
    'America/Halifax',
    'America/Toronto',
    'America/Winnipeg',
    'America/Regina',
    'America/Edmonton',
    'America/Vancouver',
];
const hours = Array.from({length: 24}, (_, hour) => hour);

function useMail() {
    const {lang} = useText();
    return useQuery({
        queryKey: ['account', 'mail', lang],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/accounts/me/mail', {params: {query: {lang}}, signal})),
    });
}

type Agreed = NonNullable<ReturnType<typeof useMail>['data']>;

/// Which mail is agreed to, in which words.
export function MailWishes({candidate}: {candidate: string | null}) {
    const words = usePrivacyWords();
    const mail = useMail();
    return (
        <section className="panel">
            <h2>{words.mail.title}</h2>
            <p>{words.mail.text}</p>
            {mail.isPending && <Loading />}
            {mail.isError && <Failure error={mail.error} again={mail.refetch} />}
            {mail.data && (
                <Wishes
                    agreed={mail.data}
                    candidate={candidate}
                    onSaved={async () => {
                        await mail.refetch();
                    }}
                />
            )}
        </section>
    );
}

function Wishes(properties: {
    agreed: Agreed;
    candidate: string | null;
    onSaved: () => Promise<void>;
}) {
    const {agreed, candidate, onSaved} = properties;
    const {lang} = useText();
    const words = usePrivacyWords();
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const isNew = agreed.history.length === 0;
    const [matches, setMatches] = useState(agreed.matches !== null);
    const [rounds, setRounds] = useState(agreed.rounds !== null);
    const [of, setOf] = useState<'own' | 'all'>(agreed.rounds?.of ?? 'own');
    const [zone, setZone] = useState(isNew && own ? own : agreed.time_zone);
    const [hour, setHour] = useState(String(agreed.hour));
    const [saved, setSaved] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.mail;
    const {current} = agreed;
    const about = candidate ?? agreed.rounds?.candidate ?? null;
    const submit = () =>
        act(async () => {
            setSaved(false);
            await answered(
                client.PUT('/v1/accounts/me/mail', {
                    params: {query: {lang}},
                    body: {
                        matches: matches ? {wording: current.matches.wording} : null,
                        rounds:
                            rounds && about
                                ? {wording: current.rounds.wording, candidate: about, of}
                                : null,
                        time_zone: zone,
                        hour: Number(hour),
                    },
                }),
            );
            await onSaved();
            setSaved(true);
        });
    const named = [...new Set([...zones, zone, own])].filter(Boolean);
    return (
        <form
            className="form form-wide"
            onSubmit={(event) => {
                event.preventDefault();
                void submit();
            }}
        >
            {!agreed.email_confirmed && <p className="field-error">{say.notConfirmed}</p>}
            <Check label={current.matches.text} checked={matches} onChange={setMatches} />
            {about ? (
                <Check label={current.rounds.text} checked={rounds} onChange={setRounds} />
            ) : (
                <p className="quiet">{say.withoutProfile}</p>
            )}
            {rounds && about && (
                <Choice
                    inline
                    legend={say.of}
                    value={of}
                    options={[
                        ['own', say.own],
                        ['all', say.all],
                    ]}
                    onChange={setOf}
                />
            )}
            {(matches || rounds) && (
                <div className="row">
                    <Select
                        label={say.hour}
                        value={hour}
                        options={hours.map(
                            (one) => [String(one), `${String(one).padStart(2, '0')}:00`] as const,
                        )}
                        onChange={setHour}
                    />
                    <Select
                        label={say.zone}
                        value={zone}
                        options={named.map((one) => [one, one.replaceAll('_', ' ')] as const)}
                        onChange={setZone}
                    />
                </div>
            )}
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button" aria-disabled={busy}>
                    {say.save}
                </button>
                <p role="status">{saved && say.saved}</p>
            </div>
        </form>
    );
}
