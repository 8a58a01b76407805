import {useState} from 'react';

import {Link, useHref} from '../router';
import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {DataTable} from '../ui/data_table';
import {DeskPage} from '../ui/desk_page';
import {Empty, Failure, Loading} from '../ui/states';
import {Of} from '../ui/of';
import {useSources, type Source} from './api';
import {More} from './more';
import {AddedSource} from './source_added';
import {SourceForm} from './source_form';
import {standingOf, toneOf} from './source_standing';

export default function SourcesPage() {
    const words = useOperatorWords();
    const [said, setSaid] = useState('');
    const sources = useSources();
    const say = words.sources;
    return (
        <DeskPage title={say.title} lead={say.lead}>
            <p className="desk-said" role="status">
                {said}
            </p>
            {sources.isPending ? (
                <Loading />
            ) : sources.isError ? (
                <Failure error={sources.error} again={sources.refetch} />
            ) : (
                <>
                    <Sources
                        items={sources.data.pages.flatMap((page) => page.items)}
                        day={sources.data.pages[0]?.as_of ?? ''}
                        onSaid={setSaid}
                    />
                    <More list={sources} />
                </>
            )}
            <section className="panel" aria-labelledby="add">
                <h2 id="add">{words.sourceForm.title}</h2>
                <p>{words.sourceForm.lead}</p>
                <SourceForm onDone={(name) => setSaid(words.sourceForm.added(name))} />
            </section>
        </DeskPage>
    );
}

function Sources(properties: {items: Source[]; day: string; onSaid: (said: string) => void}) {
    const {items, day, onSaid} = properties;
    const {format} = useText();
    const words = useOperatorWords();
    const say = words.sources;
    if (items.length === 0) {
        return (
            <Empty title={say.empty}>
                <p>{say.emptyText}</p>
            </Empty>
        );
    }
    const bad = items.filter((one) => standingOf(one) === 'failing').length;
    return (
        <>
            <p role="status">
                <b>{say.summary(items.length, bad)}</b>{' '}
                <span className="quiet">{words.asOf(format.day(day))}</span>
            </p>
            <DataTable
                label={say.title}
                columns={[
                    {label: say.name},
                    {label: say.state},
                    {label: say.next},
                    {label: say.last},
                    {label: say.live, number: true},
                    {label: say.aside, number: true},
                    {label: say.held, number: true},
                ]}
                rows={items.map((source) => ({
                    key: source.name,
                    cells: [
                        <Named key="name" source={source} onSaid={onSaid} />,
                        <Standing key="state" source={source} />,
                        <Next key="next" source={source} />,
                        <Last key="last" source={source} />,
                        format.number(source.live_postings),
                        format.number(source.records_kept_aside),
                        format.number(source.postings_held_back),
                    ],
                }))}
            />
        </>
    );
}

function Named({source, onSaid}: {source: Source; onSaid: (said: string) => void}) {
    const {t, format} = useText();
    const words = useOperatorWords();
    const href = useHref();
    const say = words.sources;
    const {name, posting_source, address, fetched, complete, pages} = source;
    return (
        <>
            <span dir="auto">{name}</span>
            <details className="source-more">
                <summary>
                    {say.details}
                    <Of name={name} />
                </summary>
                {address && (
                    <p className="quiet" dir="auto">
                        {address}
                        {fetched !== null && ` (${fetched ? say.fetched : say.files})`}
                    </p>
                )}
                {posting_source !== name && <p className="quiet">{say.as(posting_source)}</p>}
                <AddedSource source={source} onSaid={onSaid} />
                {complete === true && <p className="quiet">{say.complete}</p>}
                {pages && (
                    <p className="quiet">
                        {say.pages(
                            format.number(pages.count),
                            format.number(Math.ceil(pages.bytes / 1000)),
                        )}
                        {t.common.colon}
                        {format.moment(pages.fetched_at)}
                    </p>
                )}
                <p>
                    <Link href={href('/runs', {source: posting_source})}>
                        {say.toRuns}
                        <Of name={name} />
                    </Link>
                </p>
                <p>
                    <Link href={href('/quarantine', {source: posting_source})}>
                        {say.toQuarantine}
                        <Of name={name} />
                    </Link>
                </p>
            </details>
        </>
    );
}

function Standing({source}: {source: Source}) {
    const words = useOperatorWords();
    const standing = standingOf(source);
    const failures = source.last_run?.failures_in_a_row ?? 0;
    const say = words.sources;
    return (
        <>
            <span className={`tag ${toneOf[standing]}`}>{say.states[standing]}</span>
            {standing === 'overdue' && <p className="quiet">{say.overdueText}</p>}
            {failures > 0 && <p className="quiet">{say.inARow(failures)}</p>}
            {source.last_error && (
                <p className="own-text quiet" dir="auto" lang="en">
                    {source.last_error}
                </p>
            )}
        </>
    );
}

function Next({source}: {source: Source}) {
    const {format} = useText();
    const words = useOperatorWords();
    const {added, due_at} = source;
    // What was written here counts, also before the watch has read it.
    const schedule = added
        ? {every_minutes: null, daily_at: null, ...added.entry.schedule}
        : source.schedule;
    const notBefore = source.last_run?.not_before;
    const say = words.sources;
    return (
        <>
            <p>{due_at ? format.moment(due_at) : words.none}</p>
            {schedule && (
                <p className="quiet">
                    {schedule.every_minutes !== null
                        ? say.every(format.number(schedule.every_minutes))
                        : say.daily(schedule.daily_at ?? '')}
                </p>
            )}
            {notBefore && <p className="quiet">{say.notBefore(format.moment(notBefore))}</p>}
        </>
    );
}

function Last({source}: {source: Source}) {
    const {format} = useText();
    const words = useOperatorWords();
    const {last_run, last_ingest} = source;
    const say = words.sources;
    if (!last_run) {
        return last_ingest ? (
            <>
                <p>{format.moment(last_ingest.started_at)}</p>
                <p className="quiet">{say.noRun}</p>
            </>
        ) : (
            <>{words.none}</>
        );
    }
    const {started_at, outcome, succeeded_at, records, quarantined} = last_run;
    return (
        <>
            <p>{format.moment(started_at)}</p>
            <p className="quiet">
                {say.records(format.number(records), format.number(quarantined))}
            </p>
            {outcome === 'failed' && succeeded_at && (
                <p className="quiet">{say.succeededAt(format.moment(succeeded_at))}</p>
            )}
        </>
    );
}
