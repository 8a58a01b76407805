import {useState} from 'react';

import {useAct} from '../account/act';
import {useOnce} from '../account/once';
import {Refused} from '../account/refused';
import {useHref, useRouter} from '../router';
import {useAdvisorWords, useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {Select} from '../ui/fields';
import {buildMany, type BatchAnswer, type Pair} from './api';

/// Has packages built for all pairs at once, and leads to how far they are; what cannot be built is
/// told first.
export function BuildMany({pairs}: {pairs: Pair[]}) {
    const {lang} = useText();
    const words = useAdvisorWords();
    const {sentIn, sentLanguages} = useApplicationWords();
    const href = useHref();
    const {go} = useRouter();
    const once = useOnce();
    const [sent, setSent] = useState('posting');
    const [answer, setAnswer] = useState<BatchAnswer | null>(null);
    const {busy, failure, act} = useAct();
    const asked = JSON.stringify([pairs, sent]);
    const [lastAsked, setLastAsked] = useState(asked);
    const build = () =>
        act(async () => {
            if (asked !== lastAsked) {
                once.renew();
                setLastAsked(asked);
            }
            const built = await buildMany(
                pairs,
                lang,
                sent === 'posting' ? null : (sent as 'en' | 'fr'),
                once.key(),
            );
            once.renew();
            if (built.items.every(({refusal}) => refusal === null)) {
                go(href(`/caseload/batch/${built.batch.id}`));
            } else {
                setAnswer(built);
            }
        });
    const refused = answer?.items.filter(({refusal}) => refusal !== null) ?? [];
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                if (pairs.length > 0) {
                    void build();
                }
            }}
        >
            <Select
                label={sentIn}
                value={sent}
                options={Object.entries(sentLanguages)}
                onChange={setSent}
            />
            <Refused error={failure} />
            {answer && (
                <div className="notice" role="alert">
                    <p>{words.someRefused(refused.length, answer.items.length)}</p>
                    <ul className="notes">
                        {[...new Set(refused.map(({refusal}) => refusal?.text))].map((text) => (
                            <li key={text}>{text}</li>
                        ))}
                    </ul>
                    <button
                        type="button"
                        className="button"
                        onClick={() => go(href(`/caseload/batch/${answer.batch.id}`))}
                    >
                        {words.toBatch}
                    </button>
                </div>
            )}
            <div className="actions">
                <button
                    type="submit"
                    className="button button-main"
                    aria-disabled={busy || pairs.length === 0}
                >
                    {words.buildCount(pairs.length)}
                </button>
            </div>
        </form>
    );
}
