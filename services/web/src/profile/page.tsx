import {lazy, Suspense, useState} from 'react';

import {useSignedIn} from '../account/session';
import {Link, useHref, useRouter} from '../router';
import {useText} from '../text/text';
import {Dialog} from '../ui/dialog';
import {jsonFile, saveFile} from '../ui/save_file';
import {usePageTitle} from '../ui/title';
import {EducationStep, LanguagesStep, SpouseStep, WorkStep} from './history';
import {ImportProfile} from './import';
import {ScorePanel} from './panel';
import {MoreStep, WishesStep, YouStep} from './steps';
import {useProfile} from './store';

const ProfileStanding = lazy(() => import('../account/profile_standing'));

const all = ['you', 'languages', 'education', 'work', 'spouse', 'more', 'wishes'] as const;
type Step = (typeof all)[number];

const contents: Record<Step, () => React.ReactNode> = {
    you: YouStep,
    languages: LanguagesStep,
    education: EducationStep,
    work: WorkStep,
    spouse: SpouseStep,
    more: MoreStep,
    wishes: WishesStep,
};

export default function ProfilePage({step: asked}: {step: string}) {
    const {t} = useText();
    const href = useHref();
    const {draft} = useProfile();
    const isSignedIn = useSignedIn() !== null;
    // A spouse who does not count is not asked about.
    const steps = all.filter((one) => one !== 'spouse' || draft.marital === 'spouse_accompanying');
    const step = steps.find((one) => one === asked) ?? 'you';
    const place = steps.indexOf(step);
    const [before, after] = [steps[place - 1], steps[place + 1]];
    const Contents = contents[step];
    usePageTitle(`${t.profile.steps[step]} · ${t.profile.title}`);
    return (
        <div className="profile">
            <nav className="steps" aria-label={t.profile.title}>
                <ol>
                    {steps.map((one) => (
                        <li key={one}>
                            <Link
                                href={href(`/profile/${one}`)}
                                aria-current={one === step ? 'step' : undefined}
                            >
                                {t.profile.steps[one]}
                            </Link>
                        </li>
                    ))}
                </ol>
            </nav>
            <form className="step" noValidate onSubmit={(event) => event.preventDefault()}>
                <p className="eyebrow">{t.profile.stepOf(place + 1, steps.length)}</p>
                <h1>{t.profile.steps[step]}</h1>
                <Contents />
                <div className="actions step-actions">
                    {before && (
                        <Link className="button" href={href(`/profile/${before}`)}>
                            {t.profile.previous}
                        </Link>
                    )}
                    <Link
                        className="button button-main"
                        href={href(after ? `/profile/${after}` : '/matches')}
                    >
                        {after ? t.profile.next : t.profile.finish}
                    </Link>
                </div>
            </form>
            <aside>
                <ScorePanel />
                <Keeping />
                {isSignedIn && (
                    <Suspense>
                        <ProfileStanding />
                    </Suspense>
                )}
            </aside>
        </div>
    );
}

/// The whole of it as a file, and away with it.
function Keeping() {
    const {t} = useText();
    const {candidate, started, clear} = useProfile();
    const isInAccount = useSignedIn()?.candidate != null;
    const {go} = useRouter();
    const href = useHref();
    const [asking, setAsking] = useState(false);
    const download = () => saveFile('job-scout-profile.json', jsonFile(candidate));
    return (
        <div className="actions keeping">
            <ImportProfile />
            {candidate && (
                <button type="button" className="button" onClick={download}>
                    {t.profile.download}
                </button>
            )}
            {isInAccount && <Link href={href('/privacy')}>{t.profile.clearInAccount}</Link>}
            {started && !isInAccount && (
                <button type="button" className="button" onClick={() => setAsking(true)}>
                    {t.profile.clear}
                </button>
            )}
            {asking && (
                <Dialog title={t.profile.clear} onClose={() => setAsking(false)}>
                    <p>{t.profile.clearAsk}</p>
                    <div className="actions">
                        <button
                            type="button"
                            className="button button-bad"
                            onClick={() => {
                                clear();
                                setAsking(false);
                                go(href('/profile'));
                            }}
                        >
                            {t.profile.clearYes}
                        </button>
                        <button type="button" className="button" onClick={() => setAsking(false)}>
                            {t.profile.cancel}
                        </button>
                    </div>
                </Dialog>
            )}
        </div>
    );
}
