import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';

import {answered, client, done} from '../api/client';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {useAct} from './act';
import {Refused} from './refused';

const browsers: [RegExp, string][] = [
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
];

const named = (agent: string, names: [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(agent))?.[1];

/// Where the account is signed in; each but this one can be ended.
export function Sessions() {
    const {lang, format} = useText();
    const words = useAccountWords();
    const [ended, setEnded] = useState(false);
    const {busy, failure, act} = useAct();
    const say = words.account;
    const sessions = useQuery({
        queryKey: ['account', 'sessions', lang],
        queryFn: ({signal}) =>
            answered(client.GET('/v1/sessions', {params: {query: {lang}}, signal})),
    });
    const nameOf = (agent: string) => {
        const [browser, system] = [named(agent, browsers), named(agent, systems)];
        return browser && system ? say.on(browser, system) : agent || say.unknownBrowser;
    };
    const end = (id: string) =>
        act(async () => {
            setEnded(false);
            const params = {path: {id}, query: {lang}};
            await done(client.DELETE('/v1/sessions/{id}', {params}));
            setEnded(true);
            await sessions.refetch();
        });
    return (
        <section className="panel">
            <h2>{say.sessions}</h2>
            {sessions.isPending && <Loading />}
            {sessions.isError && <Failure error={sessions.error} again={sessions.refetch} />}
            <ul className="records">
                {sessions.data?.items.map((session) => (
                    <li key={session.id}>
                        <div>
                            <b>{nameOf(session.user_agent)}</b>
                            {session.current && <> ({say.thisSession})</>}
                            <p className="quiet">
                                {say.lastUsed(format.moment(session.used_at))},{' '}
                                {say.since(format.moment(session.created_at))}
                            </p>
                        </div>
                        {!session.current && (
                            <button
                                type="button"
                                className="button"
                                aria-disabled={busy}
                                aria-label={say.endSessionOf(nameOf(session.user_agent))}
                                onClick={() => void end(session.id)}
                            >
                                {say.endSession}
                            </button>
                        )}
                    </li>
                ))}
            </ul>
            <Refused error={failure} />
            <p role="status">{ended && say.ended}</p>
        </section>
    );
}
