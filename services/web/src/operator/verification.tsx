import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {DataTable} from '../ui/data_table';
import {DeskPage} from '../ui/desk_page';
import {Failure, Loading} from '../ui/states';
import {Verdicts} from './verdicts';
import {useReferences, type ListCheck, type Reference} from './api';

const tones = {counts: 'tag-good', too_old: 'tag-warn', no_list: 'tag-bad'};

export default function VerificationPage() {
    const {format} = useText();
    const words = useOperatorWords();
    const references = useReferences();
    const say = words.verification;
    return (
        <DeskPage title={say.title} lead={say.lead}>
            <Verdicts />
            {references.isPending ? (
                <Loading />
            ) : references.isError ? (
                <Failure error={references.error} again={references.refetch} />
            ) : (
                <>
                    <section aria-labelledby="checks">
                        <h2 id="checks">{say.lists}</h2>
                        <p className="quiet">
                            {say.listsText} {words.asOf(format.day(references.data.as_of))}
                        </p>
                        <Checks checks={references.data.checks} />
                    </section>
                    <section aria-labelledby="lists">
                        <h2 id="lists">{say.references}</h2>
                        <p className="quiet">{say.referencesText}</p>
                        {references.data.items.length === 0 ? (
                            <p>{say.referencesNone}</p>
                        ) : (
                            <Lists items={references.data.items} />
                        )}
                        {references.data.not_imported.length > 0 && (
                            <>
                                <h3>{say.notImported}</h3>
                                <ul className="codes-list">
                                    {references.data.not_imported.map((kind) => (
                                        <li key={kind}>
                                            <code>{kind}</code>
                                        </li>
                                    ))}
                                </ul>
                            </>
                        )}
                    </section>
                </>
            )}
        </DeskPage>
    );
}

function Checks({checks}: {checks: ListCheck[]}) {
    const {format} = useText();
    const words = useOperatorWords();
    const say = words.verification;
    return (
        <DataTable
            label={say.lists}
            columns={[
                {label: say.check},
                {label: say.state},
                {label: say.kinds},
                {label: say.newest},
                {label: say.countsThrough},
            ]}
            rows={checks.map((one) => ({
                key: one.check,
                cells: [
                    one.title,
                    <span key="state" className={`tag ${tones[one.state]}`}>
                        {say.states[one.state]}
                    </span>,
                    one.kinds.join(', '),
                    one.newest ? (
                        <>
                            {one.newest.list}{' '}
                            <span className="quiet">{format.day(one.newest.published_on)}</span>
                        </>
                    ) : (
                        words.none
                    ),
                    <>
                        <p>{one.counts_through ? format.day(one.counts_through) : words.none}</p>
                        <p className="quiet">{say.days(one.days)}</p>
                    </>,
                ],
            }))}
        />
    );
}

function Lists({items}: {items: Reference[]}) {
    const {format} = useText();
    const words = useOperatorWords();
    const say = words.verification;
    return (
        <DataTable
            label={say.references}
            columns={[
                {label: say.list},
                {label: say.publisher},
                {label: say.published},
                {label: say.age},
                {label: say.rows, number: true},
                {label: say.state},
            ]}
            rows={items.map((one) => ({
                key: one.id,
                cells: [
                    <>
                        {one.list} <code className="quiet">{one.kind}</code>
                    </>,
                    one.publisher,
                    <>
                        <p>{format.day(one.published_on)}</p>
                        <p className="quiet">
                            {one.shipped
                                ? say.shipped
                                : say.imported(format.moment(one.imported_at))}
                        </p>
                    </>,
                    say.ageDays(one.age_days),
                    <>
                        <p>{format.number(one.rows)}</p>
                        {one.refused > 0 && (
                            <p className="quiet">{say.refused(format.number(one.refused))}</p>
                        )}
                        {one.left_out > 0 && (
                            <p className="quiet">{say.leftOut(format.number(one.left_out))}</p>
                        )}
                    </>,
                    one.active ? (
                        <span className="tag tag-good">{say.active}</span>
                    ) : (
                        <span className="tag">{say.superseded}</span>
                    ),
                ],
            }))}
        />
    );
}
