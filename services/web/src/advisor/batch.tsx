import {Link, useHref} from '../router';
import {useAdvisorWords, useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';
import {Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {archiveOf} from '../packages/manifest';
import {itemsOf, useBatch, useBatchPackages} from './api';

/// How far the packages are that were asked for at once.
export default function BatchPage({id}: {id: string}) {
    const words = useAdvisorWords();
    const {t} = useText();
    const href = useHref();
    const batch = useBatch(id);
    usePageTitle(words.batch);
    if (batch.isError) {
        return <Failure page error={batch.error} again={batch.refetch} />;
    }
    const {total = 0, built = 0, refused = 0, failed = 0} = batch.data ?? {};
    const ended = built + refused + failed;
    return (
        <div className="work">
            <header>
                <Link className="back" href={href('/caseload')}>
                    <Icon name="back" />
                    {t.sections.caseload[0]}
                </Link>
                <h1>{words.batch}</h1>
            </header>
            {batch.isPending ? (
                <Loading />
            ) : (
                <>
                    <div className="progress-line">
                        <progress max={total} value={ended} aria-label={words.batchProgress} />
                        <p role="status">
                            {words.batchState(built, refused + failed, total - ended)}
                        </p>
                    </div>
                    <Built id={id} ended={ended} />
                </>
            )}
        </div>
    );
}

function Built({id, ended}: {id: string; ended: number}) {
    const {t} = useText();
    const words = useAdvisorWords();
    const {packageStates, archive} = useApplicationWords();
    const href = useHref();
    const packages = useBatchPackages(id, ended);
    if (packages.isError) {
        return <Failure error={packages.error} again={packages.refetch} />;
    }
    return (
        <>
            <ul className="records panel" aria-label={words.batch}>
                {itemsOf(packages.data).map((one) => (
                    <li key={one.id}>
                        <div>
                            <Link href={href(`/applications/${one.application}`)}>
                                <b dir="auto">{one.title}</b>
                            </Link>
                            <p className="quiet" dir="auto">
                                {one.employer}
                            </p>
                            <p className="quiet">
                                {one.state === 'queued' ? words.waiting : packageStates[one.state]}
                                {one.refusal && `${t.common.colon}${one.refusal.text}`}
                            </p>
                        </div>
                        {one.state === 'built' && (
                            <a className="button" href={archiveOf(one.id)} download>
                                <Icon name="out" />
                                {archive}
                                <span className="hidden-text"> ({one.title})</span>
                            </a>
                        )}
                    </li>
                ))}
            </ul>
            {packages.hasNextPage && (
                <button
                    type="button"
                    className="button"
                    onClick={() => void packages.fetchNextPage()}
                >
                    {t.matches.more}
                </button>
            )}
        </>
    );
}
