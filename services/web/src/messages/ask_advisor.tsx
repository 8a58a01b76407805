import {useState} from 'react';

import {openFirms, useFirmConsents} from '../privacy/firm_consents';
import {GiveConsent} from '../privacy/give_consent';
import {Link, useHref} from '../router';
import {useMessageWords, usePrivacyWords} from '../text/later';
import {Select} from '../ui/fields';
import {WriteMessage} from './write';

/// On a posting: a question to a firm that may read the profile; where there is none, one can be let.
export default function AskAdvisor(properties: {candidate: string; posting: string}) {
    const {candidate, posting} = properties;
    const words = useMessageWords();
    const privacy = usePrivacyWords();
    const href = useHref();
    const consents = useFirmConsents(candidate);
    const firms = openFirms(consents.data);
    const [chosen, setChosen] = useState('');
    const [sent, setSent] = useState(false);
    const firm = firms.find((one) => one.firm === chosen) ?? firms[0];
    if (!consents.data) {
        return null;
    }
    if (!firm) {
        return (
            <details className="panel report">
                <summary>{words.ask.none}</summary>
                <p>{words.ask.noneText}</p>
                <GiveConsent
                    candidate={candidate}
                    current={consents.data.current}
                    onGiven={async () => {
                        await consents.refetch();
                    }}
                />
            </details>
        );
    }
    const nameOf = (one: typeof firm) =>
        one.firm_name ?? privacy.firms.nameless(one.firm.slice(0, 8));
    return (
        <section className="panel ask">
            <h2>{words.ask.title}</h2>
            {firms.length > 1 ? (
                <Select
                    label={words.ask.to}
                    value={firm.firm}
                    options={firms.map((one) => [one.firm, nameOf(one)] as const)}
                    onChange={setChosen}
                />
            ) : (
                <p dir="auto">{nameOf(firm)}</p>
            )}
            <WriteMessage
                key={firm.firm}
                candidate={candidate}
                firm={firm.firm}
                posting={posting}
                label={words.ask.words}
                onSent={() => setSent(true)}
            />
            {sent && <Link href={href(`/messages/${firm.firm}`)}>{words.ask.toThread}</Link>}
        </section>
    );
}
