import {useState} from 'react';

import {useOperatorWords} from '../text/later';
import {DataTable} from '../ui/data_table';
import {Select} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {useRulesDiff} from './api';

/// Two rule sets held against each other; at first the last two.
export function RulesDiff({ids}: {ids: string[]}) {
    const words = useOperatorWords();
    const [from, setFrom] = useState(ids.at(-2) ?? '');
    const [to, setTo] = useState(ids.at(-1) ?? '');
    const diff = useRulesDiff(from, to);
    const say = words.rules;
    const options = ids.map((id) => [id, id] as const);
    const differences = diff.data?.differences;
    return (
        <section aria-labelledby="diff">
            <h2 id="diff">{say.diff}</h2>
            <div className="row desk-filters">
                <Select label={say.diffFrom} value={from} options={options} onChange={setFrom} />
                <Select label={say.diffTo} value={to} options={options} onChange={setTo} />
            </div>
            {diff.isFetching && <Loading />}
            {diff.isError && <Failure error={diff.error} again={diff.refetch} />}
            {differences && (
                <>
                    <p role="status">
                        {differences.length === 0 ? say.same : say.differences(differences.length)}
                    </p>
                    {differences.length > 0 && (
                        <DataTable
                            label={say.diff}
                            columns={[{label: say.path}, {label: from}, {label: to}]}
                            rows={differences.map((one) => ({
                                key: one.path,
                                cells: [
                                    <code key="path">{one.path}</code>,
                                    <Value key="from" value={one.from} />,
                                    <Value key="to" value={one.to} />,
                                ],
                            }))}
                        />
                    )}
                </>
            )}
        </section>
    );
}

function Value({value}: {value: unknown}) {
    const words = useOperatorWords();
    if (value === null || value === undefined) {
        return <span className="unknown">{words.rules.nothing}</span>;
    }
    return (
        <span dir="auto">{typeof value === 'string' ? value : JSON.stringify(value, null, 1)}</span>
    );
}
