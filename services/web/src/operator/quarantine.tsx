import {useState} from 'react';

import {Link, useHref, useRouter} from '../router';
import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {DataTable} from '../ui/data_table';
import {DeskPage} from '../ui/desk_page';
import {Select} from '../ui/fields';
import {NotFound} from '../ui/not_found';
import {Empty, Failure, Loading} from '../ui/states';
import {
    useQuarantine,
    useQuarantineReasons,
    type Quarantined,
    type QuarantineReason,
    type QuarantineFilter,
} from './api';
import {More} from './more';
import {RecordPage} from './record';
import {useSourceOptions} from './source_options';

const kinds = ['record', 'posting'] as const;

/// All that is kept aside; after its number one record of it.
export default function QuarantineSection({rest}: {rest: string[]}) {
    const [id, ...more] = rest;
    if (id === undefined) {
        return <QuarantinePage />;
    }
    const isRecord = /^[1-9]\d{0,17}$/.test(id) && more.length === 0;
    return isRecord ? <RecordPage key={id} id={id} /> : <NotFound />;
}

/// Filters by source and kind stand in the address; a reason does not, since it may quote a record.
function QuarantinePage() {
    const words = useOperatorWords();
    const {search, go} = useRouter();
    const href = useHref();
    const [only, setOnly] = useState<QuarantineReason | null>(null);
    const say = words.quarantine;
    const source = search.get('source') ?? '';
    const kind = kinds.find((one) => one === search.get('kind'));
    const sources = useSourceOptions(source, say.allSources);
    const set = (changes: Record<string, string>) => {
        const next = Object.entries({source, kind: kind ?? '', ...changes});
        setOnly(null);
        go(href('/quarantine', Object.fromEntries(next.filter(([, one]) => one !== ''))), {
            replace: true,
        });
    };
    const filter: QuarantineFilter = only
        ? {
              source: only.source,
              kind: only.kind,
              reason: only.reason,
              ...(only.field === null ? {} : {field: only.field}),
          }
        : {...(source ? {source} : {}), ...(kind ? {kind} : {})};
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
                    label={say.kind}
                    value={kind ?? ''}
                    options={[
                        ['', say.allKinds] as const,
                        ...kinds.map((one) => [one, say.kinds[one]] as const),
                    ]}
                    onChange={(value) => set({kind: value})}
                />
            </div>
            <Reasons source={source} kind={kind} only={only} onChoose={setOnly} />
            <Items filter={filter} only={only} onClear={() => setOnly(null)} />
        </DeskPage>
    );
}

function Reasons(properties: {
    source: string;
    kind: QuarantineReason['kind'] | undefined;
    only: QuarantineReason | null;
    onChoose: (reason: QuarantineReason | null) => void;
}) {
    const {source, kind, only, onChoose} = properties;
    const {format} = useText();
    const words = useOperatorWords();
    const reasons = useQuarantineReasons(source === '' ? undefined : source);
    const say = words.quarantine;
    const shown = reasons.data?.filter((one) => kind === undefined || one.kind === kind) ?? [];
    const isOnly = (one: QuarantineReason) => only !== null && keyOf(only) === keyOf(one);
    return (
        <section aria-labelledby="reasons">
            <h2 id="reasons">{say.reasons}</h2>
            <p className="quiet">{say.reasonsText}</p>
            {reasons.isPending && <Loading />}
            {reasons.isError && <Failure error={reasons.error} again={reasons.refetch} />}
            {shown.length > 0 && (
                <DataTable
                    label={say.reasons}
                    columns={[
                        {label: say.reason},
                        {label: say.count, number: true},
                        {label: say.kind},
                        {label: say.source},
                        {label: say.field},
                        {label: say.last},
                    ]}
                    rows={shown.map((one) => ({
                        key: keyOf(one),
                        cells: [
                            <button
                                key="reason"
                                type="button"
                                className="button button-quiet reason-button"
                                aria-pressed={isOnly(one)}
                                lang="en"
                                dir="auto"
                                onClick={() => onChoose(isOnly(one) ? null : one)}
                            >
                                {one.reason}
                            </button>,
                            format.number(one.count),
                            say.kinds[one.kind],
                            one.source,
                            one.field ? <code key="field">{one.field}</code> : words.none,
                            format.moment(one.last_seen),
                        ],
                    }))}
                />
            )}
        </section>
    );
}

const keyOf = (one: QuarantineReason) =>
    [one.source, one.kind, one.field ?? '', one.reason].join('\n');

function Items(properties: {
    filter: QuarantineFilter;
    only: QuarantineReason | null;
    onClear: () => void;
}) {
    const {filter, only, onClear} = properties;
    const words = useOperatorWords();
    const list = useQuarantine(filter);
    const say = words.quarantine;
    const items = list.data?.pages.flatMap((page) => page.items);
    return (
        <section aria-labelledby="kept-aside">
            <h2 id="kept-aside">{say.items}</h2>
            {only && (
                <div className="desk-line">
                    <p role="status" className="own-text" dir="auto">
                        {say.only(only.reason)}
                    </p>
                    <button type="button" className="button" onClick={onClear}>
                        {say.clear}
                    </button>
                </div>
            )}
            {list.isPending ? (
                <Loading />
            ) : list.isError ? (
                <Failure error={list.error} again={list.refetch} />
            ) : items?.length === 0 ? (
                <Empty title={say.empty}>
                    <p>{say.emptyText}</p>
                </Empty>
            ) : (
                <>
                    <List items={items ?? []} />
                    <More list={list} />
                </>
            )}
        </section>
    );
}

function List({items}: {items: Quarantined[]}) {
    const {format} = useText();
    const words = useOperatorWords();
    const href = useHref();
    const say = words.quarantine;
    return (
        <DataTable
            label={say.items}
            columns={[
                {label: say.open},
                {label: say.kind},
                {label: say.reason},
                {label: say.where},
                {label: say.first},
            ]}
            rows={items.map((one) => ({
                key: one.id,
                cells: [
                    <Link key="open" href={href(`/quarantine/${one.id}`)}>
                        {say.openOf(one.id)}
                    </Link>,
                    say.kinds[one.kind],
                    <span key="reason" lang="en" dir="auto">
                        {one.field && <code>{one.field}</code>} {one.reason}
                    </span>,
                    <span key="where" dir="auto">
                        {one.source}{' '}
                        <span className="quiet">{say.line(one.file, format.number(one.line))}</span>
                    </span>,
                    format.moment(one.first_seen),
                ],
            }))}
        />
    );
}
