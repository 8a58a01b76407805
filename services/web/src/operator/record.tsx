import {Refusal} from '../api/client';
import {Link, useHref} from '../router';
import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {DeskPage} from '../ui/desk_page';
import {Empty, Failure, Loading} from '../ui/states';
import {useRecord} from './api';
import {More} from './more';

/// A record that is kept aside, as the source had it: text and nothing else, piece by piece.
export function RecordPage({id}: {id: string}) {
    const {t, format} = useText();
    const words = useOperatorWords();
    const href = useHref();
    const pieces = useRecord(id);
    const all = words.quarantine;
    const say = all.record;
    const one = pieces.data?.pages[0];
    if (pieces.isPending) {
        return <Loading />;
    }
    if (pieces.isError) {
        return pieces.error instanceof Refusal && pieces.error.status === 404 ? (
            <Empty page title={say.gone}>
                <p>{say.goneText}</p>
                <Link className="button" href={href('/quarantine')}>
                    {say.back}
                </Link>
            </Empty>
        ) : (
            <Failure page error={pieces.error} again={pieces.refetch} />
        );
    }
    if (!one) {
        return null;
    }
    const facts = [
        [all.kind, `${all.kinds[one.kind]}${t.common.colon}${all.kindsText[one.kind]}`],
        [all.source, one.source],
        [all.where, all.line(one.file, format.number(one.line))],
        [all.field, one.field ?? words.none],
        [all.first, format.moment(one.first_seen)],
        [say.run, one.run_id ?? all.byChecker],
        ...(one.posting_id ? [[say.posting, one.posting_id] as const] : []),
    ] as const;
    return (
        <DeskPage
            title={say.title(one.id)}
            lead={
                <span className="own-text" lang="en" dir="auto">
                    {one.reason}
                </span>
            }
            back={{href: href('/quarantine'), label: say.back}}
        >
            <section className="panel">
                <dl className="facts">
                    {facts.map(([label, value]) => (
                        <div key={label}>
                            <dt>{label}</dt>
                            <dd dir="auto">{value}</dd>
                        </div>
                    ))}
                    <div>
                        <dt>{say.sha256}</dt>
                        <dd>
                            <code>{one.sha256}</code>
                        </dd>
                    </div>
                </dl>
            </section>
            <section aria-labelledby="raw">
                <h2 id="raw">{say.asIs}</h2>
                <p className="quiet">
                    {say.length(
                        format.number(one.record.characters),
                        format.number(one.record.bytes),
                    )}
                    {one.record.replaced && ` · ${say.replaced}`}
                </p>
                <pre className="raw" dir="auto">
                    {pieces.data.pages.map((piece) => piece.record.text).join('')}
                </pre>
                <More list={pieces} label={say.more} />
            </section>
        </DeskPage>
    );
}
