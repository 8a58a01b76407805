import {useState} from 'react';

import type {Evidence, EvidenceSummary} from '../api/client';
import {useEvidence} from '../api/queries';
import {useText} from '../text/text';
import {Dialog} from './dialog';
import {Icon, type IconName} from './icons';
import {Failure, Loading} from './states';

const icons: Record<Evidence['checks'][number]['verdict'], IconName> = {
    pass: 'check',
    warn: 'warn',
    fail: 'fail',
    unknown: 'unknown',
    info: 'info',
};

/// Whether a posting is real, in a word; behind it every check.
export function TrustBadge(properties: {id: string; title: string; summary: EvidenceSummary}) {
    const {id, title, summary} = properties;
    const {t} = useText();
    const [open, setOpen] = useState(false);
    const {pass, unknown, warn} = summary.verdicts;
    const warned = warn > 0 || summary.state !== 'verified';
    return (
        <>
            <button
                type="button"
                className={warned ? 'trust trust-warned' : 'trust'}
                onClick={() => setOpen(true)}
            >
                <Icon name={warned ? 'warn' : 'check'} />
                <b>{t.trust.states[summary.state]}</b>
                <span className="quiet">{t.trust.counts(pass, unknown, warn)}</span>
                <span className="hidden-text">. {t.trust.show}</span>
            </button>
            {open && (
                <Dialog wide title={t.trust.of(title)} onClose={() => setOpen(false)}>
                    <EvidenceOf id={id} />
                </Dialog>
            )}
        </>
    );
}

function EvidenceOf({id}: {id: string}) {
    const evidence = useEvidence(id, true);
    if (evidence.isError) {
        return <Failure error={evidence.error} again={evidence.refetch} />;
    }
    return evidence.data ? <EvidenceCard evidence={evidence.data} /> : <Loading />;
}

const isLink = (text: string | null): text is string => /^https:\/\//.test(text ?? '');

export function EvidenceCard({evidence}: {evidence: Evidence}) {
    const {t, format} = useText();
    return (
        <>
            <ul className="checks-list">
                {evidence.checks.map((check) => (
                    <li key={check.check} className={`check-line verdict-${check.verdict}`}>
                        <span className="verdict">
                            <Icon name={icons[check.verdict]} />
                            {t.trust.verdicts[check.verdict]}
                        </span>
                        <div>
                            <h3>{check.title}</h3>
                            <p>{check.text}</p>
                            {check.evidence && (
                                <p className="quote">
                                    {t.trust.quote}
                                    {t.common.colon}
                                    <q>{check.evidence}</q>
                                </p>
                            )}
                            <p className="quiet">
                                {t.trust.source}
                                {t.common.colon}
                                {check.source}
                                {check.fetched_on &&
                                    `, ${t.trust.fetched(format.day(check.fetched_on))}`}
                                {check.expires_on &&
                                    `, ${t.trust.expires(format.day(check.expires_on))}`}
                                {isLink(check.asked_by) && (
                                    <>
                                        {' · '}
                                        <a
                                            href={check.asked_by}
                                            rel="noopener noreferrer nofollow"
                                            target="_blank"
                                        >
                                            {t.trust.asks}
                                            <span className="hidden-text">
                                                {' '}
                                                ({t.common.newWindow})
                                            </span>
                                        </a>
                                    </>
                                )}
                            </p>
                        </div>
                    </li>
                ))}
            </ul>
            <p className="quiet record">
                {t.trust.record}
                {t.common.colon}
                {evidence.source}
                {evidence.file ? `, ${evidence.file}:${evidence.line}` : ''} ·{' '}
                <code>{evidence.sha256.slice(0, 16)}</code>
            </p>
        </>
    );
}
