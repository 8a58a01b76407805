import {useState} from 'react';

import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {DataTable} from '../ui/data_table';
import {Select} from '../ui/fields';
import {Failure, Loading} from '../ui/states';
import {useVerdicts, type VerdictCount} from './api';

const verdicts = ['pass', 'warn', 'fail', 'unknown', 'info'] as const;

interface CheckCounts {
    check: string;
    title: string;
    verdicts: VerdictCount['verdicts'];
}

/// Of one source, or of all of them together.
function sumOf(items: VerdictCount[], source: string): CheckCounts[] {
    const sums = new Map<string, CheckCounts>();
    for (const one of items.filter((item) => source === '' || item.source === source)) {
        const before = sums.get(one.check)?.verdicts;
        const counts = {...one.verdicts};
        for (const verdict of verdicts) {
            counts[verdict] += before?.[verdict] ?? 0;
        }
        sums.set(one.check, {check: one.check, title: one.title, verdicts: counts});
    }
    return [...sums.values()];
}

export function Verdicts() {
    const {t, format} = useText();
    const words = useOperatorWords();
    const counted = useVerdicts();
    const [source, setSource] = useState('');
    const say = words.verification;
    const sources = [...new Set(counted.data?.map((one) => one.source))].sort();
    const checks = sumOf(counted.data ?? [], source);
    return (
        <section aria-labelledby="verdicts">
            <h2 id="verdicts">{say.verdicts}</h2>
            <p className="quiet">{say.verdictsText}</p>
            {counted.isPending && <Loading />}
            {counted.isError && <Failure error={counted.error} again={counted.refetch} />}
            {counted.data?.length === 0 && <p>{say.verdictsNone}</p>}
            {checks.length > 0 && (
                <>
                    <div className="desk-filters">
                        <Select
                            label={words.runs.source}
                            value={source}
                            options={[
                                ['', say.allSources] as const,
                                ...sources.map((one) => [one, one] as const),
                            ]}
                            onChange={setSource}
                        />
                    </div>
                    <DataTable
                        dense
                        label={say.verdicts}
                        columns={[
                            {label: say.check},
                            ...verdicts.map((one) => ({
                                label: t.trust.verdicts[one],
                                number: true,
                            })),
                        ]}
                        rows={checks.map((one) => ({
                            key: one.check,
                            cells: [
                                <>
                                    {one.title} <code className="quiet">{one.check}</code>
                                </>,
                                ...verdicts.map((verdict) => (
                                    <span
                                        key={verdict}
                                        className={verdictClass(verdict, one.verdicts[verdict])}
                                    >
                                        {format.number(one.verdicts[verdict])}
                                    </span>
                                )),
                            ],
                        }))}
                    />
                </>
            )}
        </section>
    );
}

const verdictClass = (verdict: (typeof verdicts)[number], count: number) =>
    count === 0 ? 'quiet' : verdict === 'fail' ? 'count-bad' : undefined;
