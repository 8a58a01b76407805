import {lazy, Suspense, useState} from 'react';

import {answered, client, done} from '../api/client';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';
import {TextField} from '../ui/fields';
import {Loading} from '../ui/states';
import {useAct} from './act';
import {adopt, refresh} from './keeper';
import {RecoveryCodes} from './recovery_codes';
import {Refused} from './refused';

const QrCode = lazy(() => import('./qr_code'));

/// Sets a second step of signing in up, gives other recovery codes, and ends it.
export function SecondFactor(properties: {isOn: boolean; codesLeft: number; canTurnOff: boolean}) {
    const {isOn, codesLeft, canTurnOff} = properties;
    const {lang} = useText();
    const words = useAccountWords();
    const [begun, setBegun] = useState<{secret: string; uri: string} | null>(null);
    const [codes, setCodes] = useState<string[] | null>(null);
    const [said, setSaid] = useState('');
    const {busy, failure, act} = useAct();
    const say = words.second;
    const params = {query: {lang}};
    const begin = () =>
        act(async () => {
            setSaid('');
            const asked = client.POST('/v1/accounts/me/second-factor', {params, body: {}});
            setBegun(await answered(asked));
        });
    const replace = () =>
        act(async () => {
            const asked = client.POST('/v1/accounts/me/recovery-codes', {params, body: {}});
            setCodes((await answered(asked)).recovery_codes);
            await refresh();
        });
    const remove = () =>
        act(async () => {
            await done(client.DELETE('/v1/accounts/me/second-factor', {params}));
            setSaid(say.removed);
            await refresh();
        });
    return (
        <section className="panel">
            <h2>{say.title}</h2>
            {codes ? (
                <RecoveryCodes
                    codes={codes}
                    onNoted={() => {
                        setCodes(null);
                        void refresh();
                    }}
                />
            ) : (
                <>
                    <p>{isOn ? say.on : say.off}</p>
                    {isOn && <p className="quiet">{say.codesLeft(codesLeft)}</p>}
                    {!isOn && begun && (
                        <Confirm
                            begun={begun}
                            onDone={(made) => {
                                setBegun(null);
                                setCodes(made);
                            }}
                        />
                    )}
                    <Refused error={failure} />
                    <div className="actions">
                        {!isOn && !begun && (
                            <button
                                type="button"
                                className="button"
                                aria-disabled={busy}
                                onClick={() => void begin()}
                            >
                                {say.begin}
                            </button>
                        )}
                        {isOn && (
                            <button
                                type="button"
                                className="button"
                                aria-disabled={busy}
                                onClick={() => void replace()}
                            >
                                {say.replace}
                            </button>
                        )}
                        {isOn && canTurnOff && (
                            <button
                                type="button"
                                className="button button-bad"
                                aria-disabled={busy}
                                onClick={() => void remove()}
                            >
                                {say.remove}
                            </button>
                        )}
                        <p role="status">{said}</p>
                    </div>
                </>
            )}
        </section>
    );
}

function Confirm(properties: {
    begun: {secret: string; uri: string};
    onDone: (codes: string[]) => void;
}) {
    const {begun, onDone} = properties;
    const {lang, t} = useText();
    const words = useAccountWords();
    const [code, setCode] = useState('');
    const {busy, failure, act} = useAct();
    const say = words.second;
    const submit = () =>
        act(async () => {
            const asked = client.PUT('/v1/accounts/me/second-factor', {
                params: {query: {lang}},
                body: {code: code.trim()},
            });
            const confirmed = await answered(asked);
            adopt(confirmed.session);
            onDone(confirmed.recovery_codes);
        });
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                void submit();
            }}
        >
            <p>{say.scan}</p>
            <Suspense fallback={<Loading />}>
                <QrCode text={begun.uri} label={say.qr} />
            </Suspense>
            <p>
                {say.secret}
                {t.common.colon}
                <code className="secret">{begun.secret}</code>
            </p>
            <TextField
                focused
                kind="digits"
                complete="one-time-code"
                label={say.code}
                value={code}
                onChange={setCode}
            />
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button button-main" aria-disabled={busy}>
                    {say.confirm}
                </button>
            </div>
        </form>
    );
}
