import {Link, useHref} from '../router';
import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {DeskPage} from '../ui/desk_page';
import {useReferences, useRevisions, useRuleFiles, useSources, useStanding} from './api';
import {standingOf} from './source_standing';

export default function HealthPage() {
    const words = useOperatorWords();
    const say = words.health;
    return (
        <DeskPage title={say.title} lead={say.lead}>
            <section className="health">
                <Stands path="/healthz" title={say.process} />
                <Stands path="/readyz" title={say.ready} text={say.readyText} />
            </section>
            <Revisions />
            <Programs />
            <Besides />
            <p className="quiet">{say.elsewhere}</p>
        </DeskPage>
    );
}

function Stands({path, title, text}: {path: '/healthz' | '/readyz'; title: string; text?: string}) {
    const {t, format} = useText();
    const words = useOperatorWords();
    const standing = useStanding(path);
    const say = words.health;
    return (
        <div className="panel">
            <h2>{title}</h2>
            {text && <p className="quiet">{text}</p>}
            {standing.isPending && <Loading />}
            {standing.isError && <Failure error={standing.error} again={standing.refetch} />}
            {standing.data && (
                <>
                    <p role="status">
                        <span className={`tag ${standing.data.ok ? 'tag-good' : 'tag-bad'}`}>
                            {standing.data.ok ? say.yes : say.no}
                        </span>
                    </p>
                    {standing.data.says !== '' && (
                        <p lang="en">
                            {say.says}
                            {t.common.colon}
                            {standing.data.says}
                        </p>
                    )}
                    <p className="quiet">{say.asked(format.moment(standing.data.asked_at))}</p>
                </>
            )}
        </div>
    );
}

/// How far what requests are answered from has followed what is stored.
function Revisions() {
    const {format} = useText();
    const words = useOperatorWords();
    const health = useRevisions();
    const say = words.health;
    if (health.isPending) {
        return <Loading />;
    }
    if (health.isError) {
        return <Failure error={health.error} again={health.refetch} />;
    }
    const {stored, index, columns} = health.data;
    const behind = (revision: number | null) =>
        revision === null
            ? say.cannotOpen
            : revision < stored.revision
              ? say.behind(format.number(stored.revision - revision))
              : say.upToDate;
    const lines = [
        [say.stored, format.number(stored.revision), ''],
        [
            say.index,
            index.revision === null ? '' : format.number(index.revision),
            behind(index.revision),
        ],
        [say.columns, format.number(columns.revision), behind(columns.revision)],
    ] as const;
    return (
        <section className="panel" aria-labelledby="revisions">
            <h2 id="revisions">{say.revisions}</h2>
            <p className="quiet">{say.revisionsText}</p>
            <dl className="facts">
                {lines.map(([label, revision, state]) => (
                    <div key={label}>
                        <dt>{label}</dt>
                        <dd>{[revision, state].filter((text) => text !== '').join(' · ')}</dd>
                    </div>
                ))}
            </dl>
            <p className="quiet">
                {say.postings(
                    index.postings === null ? words.unknown : format.number(index.postings),
                    format.number(columns.postings),
                )}
            </p>
        </section>
    );
}

/// When watch and worker last said that they run.
function Programs() {
    const {format} = useText();
    const words = useOperatorWords();
    const health = useRevisions();
    const say = words.health;
    if (!health.data) {
        return null;
    }
    const seen = (program: 'watch' | 'worker') =>
        health.data.programs.find((one) => one.program === program)?.seen_at;
    return (
        <section className="panel" aria-labelledby="programs">
            <h2 id="programs">{say.programs}</h2>
            <p className="quiet">{say.programsText}</p>
            <dl className="facts">
                {(['watch', 'worker'] as const).map((program) => {
                    const at = seen(program);
                    return (
                        <div key={program}>
                            <dt>{say[program]}</dt>
                            <dd>
                                {at === undefined ? say.neverSeen : say.seen(format.moment(at))}
                            </dd>
                        </div>
                    );
                })}
            </dl>
        </section>
    );
}

/// What else tells that something is not as it should be, and where to look further.
function Besides() {
    const {format} = useText();
    const words = useOperatorWords();
    const href = useHref();
    const sources = useSources();
    const references = useReferences();
    const files = useRuleFiles();
    const say = words.health;
    const all = sources.data?.pages.flatMap((page) => page.items) ?? [];
    const checks = references.data?.checks ?? [];
    const lines = [
        [
            '/sources',
            say.sources,
            sources.data && say.failing(all.filter((one) => standingOf(one) === 'failing').length),
        ],
        [
            '/verification',
            say.lists,
            references.data &&
                say.listsOf(checks.filter((one) => one.state === 'counts').length, checks.length),
        ],
        ['/rules', say.rules, files.data && format.moment(files.data.loaded_at)],
    ] as const;
    return (
        <dl className="facts panel">
            {lines.map(([path, label, value]) => (
                <div key={path}>
                    <dt>
                        <Link href={href(path)}>{label}</Link>
                    </dt>
                    <dd>{value ?? words.unknown}</dd>
                </div>
            ))}
        </dl>
    );
}
