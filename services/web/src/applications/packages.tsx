import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {Select} from '../ui/fields';
import {Icon} from '../ui/icons';
import {Failure, Loading} from '../ui/states';
import {
    useApplicationActs,
    useCalendar,
    usePackage,
    usePackages,
    type Package,
    type PackageWish,
} from './api';
import {daysOf} from './calendar';
import {ChangedSince} from './comparison';

const fileOf = (id: string, name: string) => `/v1/packages/${id}/files/${name}`;

/// What is sent, built version by version, and the days that go with the last of them.
export function Packages({id}: {id: string}) {
    const words = useApplicationWords();
    const packages = usePackages(id);
    const last = packages.data?.find((one) => one.state === 'built');
    return (
        <>
            <section aria-labelledby="packages">
                <h2 id="packages">{words.packages}</h2>
                <p className="quiet">{words.packagesText}</p>
                <Build id={id} />
                {packages.isPending ? (
                    <Loading />
                ) : packages.isError ? (
                    <Failure error={packages.error} again={packages.refetch} />
                ) : (
                    <ol className="packages">
                        {packages.data.map((one) => (
                            <li key={one.id}>
                                <OnePackage
                                    one={one}
                                    earlier={packages.data.filter(
                                        ({state, version}) =>
                                            state === 'built' && version < one.version,
                                    )}
                                />
                            </li>
                        ))}
                    </ol>
                )}
            </section>
            {last && <Days of={last} />}
        </>
    );
}

export function Build({id}: {id: string}) {
    const {lang} = useText();
    const words = useApplicationWords();
    const {buildPackage} = useApplicationActs();
    const {busy, failure, act} = useAct();
    const [sent, setSent] = useState('posting');
    return (
        <form
            className="form"
            onSubmit={(event) => {
                event.preventDefault();
                const wish = sent === 'posting' ? {} : {sent: sent as 'en' | 'fr'};
                void act(() => buildPackage(id, {...wish, kept: lang} satisfies PackageWish));
            }}
        >
            <Select
                label={words.sentIn}
                value={sent}
                options={Object.entries(words.sentLanguages)}
                onChange={setSent}
            />
            <Refused error={failure} />
            <div className="actions">
                <button type="submit" className="button button-main" aria-disabled={busy}>
                    {words.build}
                </button>
            </div>
        </form>
    );
}

function OnePackage({one, earlier}: {one: Package; earlier: Package[]}) {
    const {format} = useText();
    const words = useApplicationWords();
    const [open, setOpen] = useState(false);
    const {id, version, state, as_of, asked_at, refusal} = one;
    return (
        <article className="package" aria-label={words.version(version)}>
            <h3>
                {words.version(version)}{' '}
                <span className="quiet">
                    {as_of ? words.builtFor(format.day(as_of)) : format.day(asked_at)}
                </span>
            </h3>
            <p role="status">
                {words.packageStates[state]}
                {refusal && `. ${refusal.text}`}
            </p>
            {state === 'queued' && <progress aria-label={words.packageStates.queued} />}
            {state === 'built' && (
                <>
                    <div className="actions">
                        <a className="button" href={`/v1/packages/${id}/archive`} download>
                            <Icon name="out" />
                            {words.archive}
                        </a>
                    </div>
                    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
                        <summary>{words.contents}</summary>
                        {open && <Contents id={id} />}
                    </details>
                    <ChangedSince one={one} earlier={earlier} />
                </>
            )}
        </article>
    );
}

interface Manifest {
    files?: {name: string; bytes: number}[];
    ats?: {rule: string; text: string | null; meaning: string; action: string}[];
}

function Contents({id}: {id: string}) {
    const {format} = useText();
    const words = useApplicationWords();
    const answer = usePackage(id);
    if (answer.isPending) {
        return <Loading />;
    }
    if (answer.isError) {
        return <Failure error={answer.error} again={answer.refetch} />;
    }
    const manifest = (answer.data.manifest ?? {}) as Manifest;
    const findings = manifest.ats ?? [];
    return (
        <>
            <ul className="files">
                {manifest.files?.map(({name, bytes}) => (
                    <li key={name}>
                        <a href={fileOf(id, name)} download>
                            {words.files[name.replace(/\..*/, '')] ?? name}
                        </a>{' '}
                        <span className="quiet">
                            {words.size(
                                name.replace(/.*\./, '').toUpperCase(),
                                format.number(Math.ceil(bytes / 1000)),
                            )}
                        </span>
                    </li>
                ))}
            </ul>
            {findings.length > 0 && (
                <>
                    <h4>{words.findings}</h4>
                    <ul className="notes">
                        {findings.map((one) => (
                            <li key={one.rule + (one.text ?? '')}>
                                {one.meaning} {one.text && <q>{one.text}</q>} {one.action}
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </>
    );
}

/// What falls due, and what ends, by day; a calendar takes them over.
function Days({of}: {of: Package}) {
    const {t, format} = useText();
    const words = useApplicationWords();
    const calendar = useCalendar(of.id);
    const days = daysOf(calendar.data ?? '');
    const today = new Date().toISOString().slice(0, 10);
    return (
        <section aria-labelledby="days">
            <h2 id="days">{words.days}</h2>
            <p className="quiet">{words.daysText(of.version)}</p>
            {calendar.isPending ? (
                <Loading />
            ) : calendar.isError ? (
                <Failure error={calendar.error} again={calendar.refetch} />
            ) : days.length === 0 ? (
                <p>{words.daysNone}</p>
            ) : (
                // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
                <div className="table-frame" role="group" aria-label={words.days} tabIndex={0}>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{words.day}</th>
                                <th scope="col">{words.what}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {days.map(({day, words: what}) => (
                                <tr key={day + what}>
                                    <td className={day < today ? 'overdue' : ''}>
                                        <time dateTime={day}>{format.day(day)}</time>
                                        {day < today && ` (${words.past})`}
                                    </td>
                                    <td>{format.days(what)}</td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            )}
            <div className="actions">
                <a className="button" href={fileOf(of.id, 'checklist.pdf')} download>
                    {words.files['checklist'] ?? t.common.unknown} (PDF)
                </a>
                {days.length > 0 && (
                    <a className="button" href={fileOf(of.id, 'calendar.ics')} download>
                        {words.files['calendar'] ?? t.common.unknown}
                    </a>
                )}
            </div>
        </section>
    );
}
