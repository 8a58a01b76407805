import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {DataTable} from '../ui/data_table';
import {DeskPage} from '../ui/desk_page';
import {isWebAddress} from '../ui/posting_words';
import {Failure, Loading} from '../ui/states';
import {useRuleSets, type RuleSets} from './api';
import {CheckRules} from './rules_check';
import {RulesDiff} from './rules_diff';
import {RuleFiles} from './rule_files';

type RuleSet = RuleSets['rules'][number];

const tones: Record<RuleSet['status'], string> = {
    in_force: 'tag-good',
    historic: '',
    reported: 'tag-warn',
    proposed: 'tag-warn',
};

export default function RulesPage() {
    const {format} = useText();
    const words = useOperatorWords();
    const sets = useRuleSets();
    const say = words.rules;
    return (
        <DeskPage title={say.title} lead={say.lead}>
            {sets.isPending ? (
                <Loading />
            ) : sets.isError ? (
                <Failure error={sets.error} again={sets.refetch} />
            ) : (
                <>
                    <section aria-labelledby="sets">
                        <h2 id="sets">{say.sets}</h2>
                        <p className="quiet">
                            {say.basisText(sets.data.basis)}{' '}
                            {words.asOf(format.day(sets.data.as_of))}
                        </p>
                        <Sets sets={sets.data} />
                    </section>
                    <RulesDiff ids={sets.data.rules.map((one) => one.rules)} />
                </>
            )}
            <CheckRules />
            <section className="panel" aria-labelledby="load">
                <h2 id="load">{say.load}</h2>
                <ol className="steps-list">
                    {say.loadSteps.map((step) => (
                        <li key={step}>{step}</li>
                    ))}
                </ol>
            </section>
            <RuleFiles />
        </DeskPage>
    );
}

function Sets({sets}: {sets: RuleSets}) {
    const {t, format} = useText();
    const words = useOperatorWords();
    const say = words.rules;
    return (
        <DataTable
            label={say.sets}
            columns={[
                {label: say.id},
                {label: say.status},
                {label: `${say.from} … ${say.to}`},
                {label: say.instrument},
            ]}
            rows={sets.rules.map((one) => ({
                key: one.rules,
                cells: [
                    <>
                        <span className="nowrap">{one.rules}</span>{' '}
                        {one.rules === sets.basis && (
                            <span className="tag tag-good">{say.basis}</span>
                        )}
                    </>,
                    <>
                        <span className={`tag ${tones[one.status]}`}>
                            {one.confirmed ? say.confirmed : say.notConfirmed}
                        </span>
                        <p className="quiet">{format.days(one.status_text)}</p>
                    </>,
                    `${format.day(one.effective_from)} ${say.to} ${
                        one.effective_to ? format.day(one.effective_to) : say.openEnd
                    }`,
                    <>
                        <p dir="auto">{one.instrument}</p>
                        {isWebAddress(one.source) ? (
                            <p>
                                <a
                                    href={one.source}
                                    rel="noopener noreferrer nofollow"
                                    target="_blank"
                                >
                                    {one.source}
                                    <span className="hidden-text"> ({t.common.newWindow})</span>
                                </a>
                            </p>
                        ) : (
                            <p className="quiet" dir="auto">
                                {one.source}
                            </p>
                        )}
                    </>,
                ],
            }))}
        />
    );
}
