import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {usePosting} from '../api/queries';
import {Occupation} from '../profile/occupation';
import {useApplicationWords} from '../text/later';
import {provinceCodes, useText} from '../text/text';
import {Select, TextField} from '../ui/fields';
import {LiftList} from '../ui/lift_list';
import {Failure, Loading} from '../ui/states';
import {
    isOvertaken,
    useApplicationActs,
    useKeptOffer,
    type Application,
    type KeptOffer,
    type Tagged,
} from './api';
import {answers, firstOffer, readOffer, writeOffer, yesOrNo, type OfferDraft} from './offer_draft';

/// The offer that came, and what it adds under the rules of the day it came.
export function OfferSection({application}: {application: Application}) {
    const words = useApplicationWords();
    const kept = useKeptOffer(application.id);
    const {data} = kept;
    const reached = application.state === 'offer';
    return (
        <section aria-labelledby="offer">
            <h2 id="offer">{words.offer}</h2>
            {kept.isPending ? (
                <Loading />
            ) : kept.isError ? (
                <Failure error={kept.error} again={kept.refetch} />
            ) : (
                <>
                    {data && <Kept offer={data.value} />}
                    {reached ? (
                        <OfferForm application={application} kept={data ?? null} />
                    ) : (
                        !data && <p className="quiet">{words.offerLater}</p>
                    )}
                </>
            )}
        </section>
    );
}

function Kept({offer}: {offer: KeptOffer}) {
    const {t, format} = useText();
    const words = useApplicationWords();
    const {answer, received_on} = offer;
    return (
        <>
            <p>
                {words.receivedOn(format.day(received_on))}{' '}
                {t.common.asOf(format.day(answer.as_of))}
                {t.common.colon}
            </p>
            <LiftList full lifts={answer.lift} />
            <details>
                <summary>{words.clauses}</summary>
                <ul className="notes">
                    {answer.offer.checks.map((check) => (
                        <li key={check.clause}>
                            <b>{t.posting.verdicts[check.verdict]}</b>
                            {t.common.colon}
                            {check.name}. {format.days(check.reason.text)}
                        </li>
                    ))}
                </ul>
            </details>
            <p className="hint">{answer.notice}</p>
        </>
    );
}

function OfferForm(properties: {application: Application; kept: Tagged<KeptOffer> | null}) {
    const {application, kept} = properties;
    const {t} = useText();
    const posting = usePosting(application.posting_id);
    const known = posting.data?.posting;
    if (posting.isPending) {
        return <Loading />;
    }
    return (
        <Fields
            key={kept?.tag ?? 'new'}
            id={application.id}
            kept={kept}
            first={kept ? readOffer(kept.value, t.matches.noc) : firstOffer(known, t.matches.noc)}
        />
    );
}

function Fields(properties: {id: string; kept: Tagged<KeptOffer> | null; first: OfferDraft}) {
    const {id, kept, first} = properties;
    const {t, format} = useText();
    const words = useApplicationWords();
    const {keepOffer} = useApplicationActs();
    const {busy, failure, act} = useAct();
    const [draft, setDraft] = useState(first);
    const [tried, setTried] = useState(false);
    const set = (what: Partial<OfferDraft>) => setDraft({...draft, ...what});
    const record = writeOffer(draft);
    const needed = (missing: boolean) => (tried && missing ? words.offerNeeded : undefined);
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                setTried(true);
                if (record) {
                    void act(() => keepOffer(id, record, kept?.tag));
                }
            }}
        >
            <p className="quiet">{words.offerText}</p>
            <TextField
                kind="date"
                label={words.received}
                value={draft.received}
                max={new Date().toISOString().slice(0, 10)}
                error={needed(draft.received === '')}
                onChange={(received) => set({received})}
            />
            <Occupation
                noc={draft.noc}
                name={draft.occupation}
                onChange={(noc, occupation) => set({noc, occupation})}
            />
            {needed(draft.noc === '') && <p className="field-error">{words.offerNeeded}</p>}
            <Select
                label={t.matches.facets.province}
                value={draft.province}
                options={provinceCodes.map((code) => [code, format.province(code)] as const)}
                onChange={(province) => set({province})}
            />
            <TextField
                optional
                kind="decimal"
                label={t.posting.hours}
                value={draft.hours}
                error={needed(record === null && draft.hours !== '')}
                onChange={(hours) => set({hours: hours.replace(',', '.')})}
            />
            {yesOrNo.map((name) => (
                <Select
                    key={name}
                    label={words.offerTerms[name]}
                    value={draft[name]}
                    options={answers.map((one) => [one, words.answers[one]] as const)}
                    onChange={(value) => set({[name]: value})}
                />
            ))}
            {isOvertaken(failure) ? (
                <p className="field-error" role="alert">
                    {words.overtaken}
                </p>
            ) : (
                <Refused error={failure} />
            )}
            <div className="actions">
                <button type="submit" className="button" aria-disabled={busy}>
                    {kept ? words.offerReplace : words.offerKeep}
                </button>
            </div>
        </form>
    );
}
