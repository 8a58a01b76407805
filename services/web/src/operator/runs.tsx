import {useHref, useRouter} from '../router';
import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {DataTable} from '../ui/data_table';
import {DeskPage} from '../ui/desk_page';
import {Select} from '../ui/fields';
import {Empty, Failure, Loading} from '../ui/states';
import {useRuns, type Run, type RunFilter} from './api';
import {More} from './more';
import {useSourceOptions} from './source_options';

const outcomes = ['done', 'refused', 'failed', 'unfinished'] as const;
const counted = [
    'records',
    'stored',
    'added',
    'changed',
    'unchanged',
    'statistics',
    'quarantined',
    'closed',
    'open',
    'missing',
] as const;
const tones = {done: 'tag-good', refused: 'tag-warn', failed: 'tag-bad', unfinished: ''};

export default function RunsPage() {
    const words = useOperatorWords();
    const {search, go} = useRouter();
    const href = useHref();
    const say = words.runs;
    const source = search.get('source') ?? '';
    const outcome = outcomes.find((one) => one === search.get('outcome'));
    const filter: RunFilter = {...(source ? {source} : {}), ...(outcome ? {outcome} : {})};
    const runs = useRuns(filter);
    const sources = useSourceOptions(source, say.allSources);
    const set = (changes: Record<string, string>) => {
        const next = Object.entries({source, outcome: outcome ?? '', ...changes});
        const kept = next.filter(([, value]) => value !== '');
        go(href('/runs', Object.fromEntries(kept)), {replace: true});
    };
    const items = runs.data?.pages.flatMap((page) => page.items);
    return (
        <DeskPage title={say.title} lead={say.lead}>
            <div className="row desk-filters">
                <Select
                    label={say.source}
                    value={source}
                    options={sources}
                    onChange={(value) => set({source: value})}
                />
                <Select
                    label={say.outcome}
                    value={outcome ?? ''}
                    options={[
                        ['', say.allOutcomes] as const,
                        ...outcomes.map((one) => [one, say.outcomes[one]] as const),
                    ]}
                    onChange={(value) => set({outcome: value})}
                />
            </div>
            {runs.isPending ? (
                <Loading />
            ) : runs.isError ? (
                <Failure error={runs.error} again={runs.refetch} />
            ) : items?.length === 0 ? (
                <Empty title={say.empty}>
                    <p>{say.emptyText}</p>
                </Empty>
            ) : (
                <>
                    <Runs items={items ?? []} />
                    <More list={runs} />
                </>
            )}
        </DeskPage>
    );
}

function Runs({items}: {items: Run[]}) {
    const {format} = useText();
    const words = useOperatorWords();
    const say = words.runs;
    return (
        <DataTable
            label={say.title}
            columns={[
                {label: say.begun},
                {label: say.source},
                {label: say.file},
                {label: say.outcome},
                {label: say.result},
            ]}
            rows={items.map((run) => ({
                key: run.id,
                cells: [
                    <span key="begun">
                        {format.moment(run.started_at)}{' '}
                        <span className="quiet">{took(run, format.number, say.took)}</span>
                    </span>,
                    run.source ?? <span className="unknown">{say.noSource}</span>,
                    run.kind === 'closing' ? say.closing : run.file,
                    <Outcome key="outcome" run={run} />,
                    <Counts key="counts" run={run} />,
                ],
            }))}
        />
    );
}

function took(run: Run, number: (value: number) => string, say: (seconds: string) => string) {
    if (!run.finished_at) {
        return '';
    }
    const seconds = (Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000;
    return say(number(Math.round(seconds * 10) / 10));
}

function Outcome({run}: {run: Run}) {
    const words = useOperatorWords();
    const outcome = run.outcome ?? 'unfinished';
    return (
        <>
            <span className={`tag ${tones[outcome]}`}>{words.runs.outcomes[outcome]}</span>
            {run.message && (
                <p className="own-text quiet" dir="auto" lang="en">
                    {run.message}
                </p>
            )}
        </>
    );
}

function Counts({run}: {run: Run}) {
    const {format} = useText();
    const words = useOperatorWords();
    const say = words.runs;
    const counts = counted.flatMap((name) => {
        const value = run.counts[name];
        return value === null ? [] : [[name, value] as const];
    });
    if (counts.length === 0) {
        return <span className="unknown">{say.notCounted}</span>;
    }
    const {kept_aside, not_understood} = run;
    return (
        <>
            <dl className="counts">
                {counts.map(([name, value]) => (
                    <div key={name} className={value === 0 ? 'count-none' : undefined}>
                        <dt>{say.counts[name]}</dt>
                        <dd>{format.number(value)}</dd>
                    </div>
                ))}
            </dl>
            {kept_aside.length > 0 && (
                <details>
                    <summary>{say.keptAside}</summary>
                    <ul className="notes">
                        {kept_aside.map((one) => (
                            <li key={`${one.field} ${one.reason}`} lang="en">
                                <code>{one.field}</code> <span dir="auto">{one.reason}</span>{' '}
                                <span className="quiet">{format.number(one.count)}</span>
                            </li>
                        ))}
                    </ul>
                </details>
            )}
            {not_understood.length > 0 && (
                <details>
                    <summary>{say.notUnderstood}</summary>
                    <ul className="notes">
                        {not_understood.map((one) => (
                            <li key={one.field}>
                                <code>{one.field}</code>{' '}
                                <span className="quiet">{format.number(one.count)}</span>
                            </li>
                        ))}
                    </ul>
                </details>
            )}
        </>
    );
}
