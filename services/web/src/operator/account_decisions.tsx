import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refused} from '../account/refused';
import {useSignedIn} from '../account/session';
import {Refusal} from '../api/client';
import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {LinesField, TextField} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {useUnsent} from '../ui/unsent';
import {useAccountActs, useDecisions} from './api';
import {FindAccount} from './find_account';

const reasonMax = 500;
const isAccount = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/// Disables and enables an account, with a reason that stays, and shows what was decided before.
export function AccountDecisions() {
    const words = useOperatorWords();
    const own = useSignedIn()?.account.id;
    const {decide} = useAccountActs();
    const once = useOnce();
    const {busy, failure, act} = useAct();
    const empty = {id: '', reason: ''};
    const {value: draft, set: setDraft, drop} = useUnsent('account decision', () => empty);
    const [tried, setTried] = useState(false);
    const [said, setSaid] = useState('');
    const [shown, setShown] = useState('');
    const say = words.people;
    const id = draft.id.trim().toLowerCase();
    const reason = draft.reason.trim();
    const tooLong = Array.from(reason).length > reasonMax;
    const change = (changes: Partial<typeof draft>) => {
        once.renew();
        setSaid('');
        setDraft({...draft, ...changes});
    };
    const take = async (what: 'disable' | 'enable') => {
        setTried(true);
        if (!isAccount(id) || reason === '' || tooLong) {
            return;
        }
        once.renew(); // One decision for each press: enabling is not disabling sent again.
        if (await act(() => once.by((key) => decide(id, what, reason, key)))) {
            drop(empty);
            setTried(false);
            setShown(id);
            setSaid(what === 'disable' ? say.disabled : say.enabled);
        }
    };
    const known =
        failure instanceof Refusal && failure.status === 404
            ? say.noAccount
            : failure instanceof Refusal && failure.status === 409 && id === own
              ? say.yourOwn
              : undefined;
    return (
        <section className="panel" aria-labelledby="account">
            <h2 id="account">{say.account}</h2>
            <p>{say.accountText}</p>
            <FindAccount onFound={(found) => change({id: found.id})} />
            <form
                className="form form-wide"
                onSubmit={(event) => {
                    event.preventDefault();
                    setShown(isAccount(id) ? id : '');
                    setTried(!isAccount(id));
                }}
            >
                <TextField
                    label={say.accountId}
                    hint={say.accountIdHint}
                    value={draft.id}
                    error={tried && !isAccount(id) ? say.accountIdWrong : undefined}
                    onChange={(value) => change({id: value})}
                />
                <div className="actions">
                    <button type="submit" className="button">
                        {say.showDecisions}
                    </button>
                </div>
                <LinesField
                    label={say.reason}
                    hint={say.reasonHint}
                    value={draft.reason}
                    error={
                        tooLong
                            ? say.reasonTooLong
                            : tried && isAccount(id) && reason === ''
                              ? say.reasonNeeded
                              : undefined
                    }
                    onChange={(value) => change({reason: value})}
                />
                {known ? (
                    <p className="field-error" role="alert">
                        {known}
                    </p>
                ) : (
                    <Refused error={failure} />
                )}
                <div className="actions">
                    <button
                        type="button"
                        className="button button-bad"
                        aria-disabled={busy}
                        onClick={() => void take('disable')}
                    >
                        {say.disable}
                    </button>
                    <button
                        type="button"
                        className="button"
                        aria-disabled={busy}
                        onClick={() => void take('enable')}
                    >
                        {say.enable}
                    </button>
                    <p role="status">{said}</p>
                </div>
            </form>
            {shown !== '' && <Decisions id={shown} />}
        </section>
    );
}

function Decisions({id}: {id: string}) {
    const {format} = useText();
    const words = useOperatorWords();
    const decisions = useDecisions(id);
    const say = words.people;
    return (
        <>
            <h3>{say.decisions}</h3>
            {decisions.isPending && <Loading />}
            {decisions.isError && <Failure error={decisions.error} again={decisions.refetch} />}
            {decisions.data?.length === 0 && <p className="quiet">{say.noDecisions}</p>}
            <ul className="records">
                {decisions.data?.map((one) => (
                    <li key={one.decided_at}>
                        <div>
                            <b>{say.decision[one.decision]}</b>{' '}
                            <span className="quiet">
                                {format.moment(one.decided_at)}, {say.by(one.operator_id)}
                            </span>
                            <p className="own-text" dir="auto">
                                {one.reason}
                            </p>
                        </div>
                    </li>
                ))}
            </ul>
        </>
    );
}
