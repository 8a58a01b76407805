import type {UseQueryResult} from '@tanstack/react-query';

import {usePackage, type Package} from '../applications/api';
import {History} from '../applications/history';
import {LetterSection} from '../applications/letter';
import {Build} from '../applications/packages';
import {CompareVersions} from '../packages/compare_versions';
import type {Source} from '../packages/facts';
import {Findings} from '../packages/findings';
import {archiveOf, manifestOf, papers, type Manifest, type Paper} from '../packages/manifest';
import {Sentences} from '../packages/sentences';
import {Link, useHref, useRouter} from '../router';
import {useAdvisorWords, useApplicationWords, usePackageWords} from '../text/later';
import {useText} from '../text/text';
import {Select} from '../ui/fields';
import {Icon} from '../ui/icons';
import {Failure, Loading} from '../ui/states';
import {PreviewOf} from './builder_preview';

export const views = ['papers', 'letter', 'check', 'preview', 'versions', 'history'] as const;
type View = (typeof views)[number];
type Open = {paper: Paper; place: number} | null;

interface Shared {
    application: string;
    packages: UseQueryResult<Package[]>;
    built: Package[];
    shown: Package | undefined;
    choose: (id: string) => void;
    documents: Record<Source, unknown>;
    open: Open;
    onOpen: (open: Open) => void;
}

/// What is made for the posting, one view at a time.
export function Work(shared: Shared) {
    const {application} = shared;
    const words = useAdvisorWords();
    const href = useHref();
    const {search} = useRouter();
    const view = views.find((one) => one === search.get('view')) ?? 'papers';
    return (
        <section className="pane" aria-labelledby="pane-work">
            <h2 id="pane-work">{words.work}</h2>
            <nav className="steps" aria-label={words.work}>
                <ol>
                    {views.map((one) => (
                        <li key={one}>
                            <Link
                                href={href(
                                    `/applications/${application}`,
                                    one === 'papers' ? {} : {view: one},
                                )}
                                aria-current={one === view ? 'page' : undefined}
                            >
                                {words.builderViews[one]}
                            </Link>
                        </li>
                    ))}
                </ol>
            </nav>
            <ViewOf view={view} {...shared} />
        </section>
    );
}

function ViewOf({view, ...shared}: Shared & {view: View}) {
    const {application, packages} = shared;
    const words = useAdvisorWords();
    switch (view) {
        case 'letter':
            return <LetterSection id={application} text={words.letterText} />;
        case 'history':
            return <History id={application} />;
        case 'versions':
            return <Versions {...shared} />;
        default:
            return packages.isPending ? (
                <Loading />
            ) : packages.isError ? (
                <Failure error={packages.error} again={packages.refetch} />
            ) : (
                <OfVersion view={view} {...shared} />
            );
    }
}

/// Views of one version; where none is built yet, it can be.
function OfVersion({view, ...shared}: Shared & {view: 'papers' | 'check' | 'preview'}) {
    const {application, packages, built, shown, choose} = shared;
    const words = useAdvisorWords();
    const {version} = usePackageWords();
    const [last] = packages.data ?? [];
    return (
        <>
            {last && last.state !== 'built' && <NotBuilt one={last} />}
            {shown ? (
                <>
                    {built.length > 1 && (
                        <Select
                            label={words.shownVersion}
                            value={shown.id}
                            options={built.map((one) => [one.id, version(one.version)] as const)}
                            onChange={choose}
                        />
                    )}
                    <OfManifest view={view} {...shared} shown={shown} />
                </>
            ) : (
                last?.state !== 'queued' && (
                    <>
                        <p>{words.noPackage}</p>
                        <Build id={application} />
                    </>
                )
            )}
        </>
    );
}

function NotBuilt({one}: {one: Package}) {
    const {t} = useText();
    const {packageStates, version} = useApplicationWords();
    return (
        <div className="notice">
            <p role="status">
                {version(one.version)}
                {t.common.colon}
                {packageStates[one.state]}
                {one.refusal && `. ${one.refusal.text}`}
            </p>
            {one.state === 'queued' && <progress aria-label={packageStates.queued} />}
        </div>
    );
}

function OfManifest(properties: Shared & {view: 'papers' | 'check' | 'preview'; shown: Package}) {
    const {view, shown, documents, open, onOpen} = properties;
    const words = useAdvisorWords();
    const answer = usePackage(shown.id);
    if (answer.isPending) {
        return <Loading />;
    }
    if (answer.isError) {
        return <Failure error={answer.error} again={answer.refetch} />;
    }
    const manifest = manifestOf(answer.data);
    if (!manifest) {
        return null;
    }
    switch (view) {
        case 'papers':
            return <Papers manifest={manifest} documents={documents} open={open} onOpen={onOpen} />;
        case 'check':
            return (
                <>
                    <p className="quiet">{words.checkText}</p>
                    <Findings findings={manifest.ats} />
                </>
            );
        case 'preview':
            return <PreviewOf id={shown.id} manifest={manifest} />;
    }
}

function Papers(properties: {
    manifest: Manifest;
    documents: Record<Source, unknown>;
    open: Open;
    onOpen: (open: Open) => void;
}) {
    const {manifest, documents, open, onOpen} = properties;
    const words = useAdvisorWords();
    const {papers: names} = usePackageWords();
    return (
        <>
            <p className="quiet">{words.factsText}</p>
            {papers.map((paper) => (
                <section key={paper} aria-label={names[paper]}>
                    <h3>{names[paper]}</h3>
                    <Sentences
                        label={names[paper]}
                        language={manifest.languages.sent}
                        sentences={manifest.documents[paper]}
                        documents={documents}
                        open={open?.paper === paper ? open.place : null}
                        onOpen={(place) => onOpen(place === null ? null : {paper, place})}
                    />
                </section>
            ))}
        </>
    );
}

function Versions({application, packages, built}: Shared) {
    const {format, t} = useText();
    const words = useAdvisorWords();
    const applications = useApplicationWords();
    const {version} = usePackageWords();
    return (
        <>
            <h3>{words.anotherVersion}</h3>
            <p className="quiet">{applications.packagesText}</p>
            <Build id={application} />
            {packages.isPending ? (
                <Loading />
            ) : packages.isError ? (
                <Failure error={packages.error} again={packages.refetch} />
            ) : (
                <ul className="records" aria-label={words.builderViews.versions}>
                    {packages.data.map((one) => (
                        <li key={one.id}>
                            <div>
                                <b>{version(one.version)}</b>
                                <p className="quiet">
                                    {one.as_of
                                        ? applications.builtFor(format.day(one.as_of))
                                        : format.day(one.asked_at)}
                                    {' · '}
                                    {applications.packageStates[one.state]}
                                    {one.refusal && `${t.common.colon}${one.refusal.text}`}
                                </p>
                            </div>
                            {one.state === 'built' && (
                                <a className="button" href={archiveOf(one.id)} download>
                                    <Icon name="out" />
                                    {applications.archive}
                                    <span className="hidden-text"> ({version(one.version)})</span>
                                </a>
                            )}
                        </li>
                    ))}
                </ul>
            )}
            {built.length > 1 && (
                <section aria-labelledby="compare">
                    <h3 id="compare">{words.compare}</h3>
                    <CompareVersions packages={built} />
                </section>
            )}
        </>
    );
}
