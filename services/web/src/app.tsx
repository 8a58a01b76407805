import {
    lazy,
    Suspense,
    useEffect,
    useRef,
    type ComponentType,
    type LazyExoticComponent,
} from 'react';

import {ForRole, useSection} from './account/for_role';
import {useSession, useSignedIn} from './account/session';
import {Home} from './home';
import {useProfile} from './profile/store';
import {Link, useHref, useRouter} from './router';
import {sectionsOf, worksHere} from './sections';
import {useText} from './text/text';
import {Boundary} from './ui/boundary';
import {Mark} from './ui/icons';
import {NotFound} from './ui/not_found';
import {Loading} from './ui/states';
import {ThemeChoice} from './ui/theme';
import {useOnline} from './ui/online';
import {WorkHome} from './work_home';

const MatchesPage = lazy(() => import('./matches/page'));
const PostingPage = lazy(() => import('./posting/page'));
const ScorePage = lazy(() => import('./score/page'));
const ProfilePage = lazy(() => import('./profile/page'));
const ThreadPage = lazy(() => import('./messages/thread_page'));
const ProfileNotice = lazy(() => import('./account/profile_notice'));
const Waiting = lazy(() => import('./account/waiting'));
const SearchesPage = lazy(() => import('./searches/page'));
const ApplicationsPage = lazy(() => import('./applications/page'));
const ApplicationPage = lazy(() => import('./applications/application_page'));
const BeginPage = lazy(() => import('./applications/begin_page'));
const accountPages: Record<string, LazyExoticComponent<ComponentType>> = {
    'sign-in': lazy(() => import('./account/sign_in_page')),
    'sign-up': lazy(() => import('./account/sign_up_page')),
    confirm: lazy(() => import('./account/confirm_page')),
    forgot: lazy(() => import('./account/forgot_page')),
    reset: lazy(() => import('./account/reset_page')),
    invitation: lazy(() => import('./account/invitation_page')),
    account: lazy(() => import('./account/account_page')),
    privacy: lazy(() => import('./privacy/page')),
    messages: lazy(() => import('./messages/page')),
    requests: lazy(() => import('./requests/page')),
};

const isPosting = (id: string) => /^[1-9]\d{0,17}$/.test(id);

/// Pages about the profile, which may still be on its way from the account.
const ofProfile = ['', 'matches', 'postings', 'score', 'profile'];

/// Sections of candidates that other roles have as well, each its own.
const candidatePages = ['messages', 'applications'];

const useIsWork = () => worksHere(useSignedIn()?.account.role);

function Page() {
    const {path} = useRouter();
    const {isAwaited} = useProfile();
    const isWork = useIsWork();
    const [name = '', id = '', posting = ''] = path;
    const section = useSection(name);
    if (isAwaited && ofProfile.includes(name)) {
        return <Loading />;
    }
    if (name === '') {
        return isWork ? <WorkHome /> : <Home />;
    }
    if (section && (isWork || !candidatePages.includes(name))) {
        return (
            <ForRole section={section}>
                <section.page rest={path.slice(1)} />
            </ForRole>
        );
    }
    if (name === 'matches' && path.length === 1) {
        return <MatchesPage />;
    }
    if (name === 'postings' && path.length === 2 && isPosting(id)) {
        return <PostingPage key={id} id={id} />;
    }
    if (name === 'score' && path.length === 1) {
        return <ScorePage />;
    }
    if (name === 'profile' && path.length <= 2) {
        return <ProfilePage step={id} />;
    }
    if (name === 'messages' && path.length === 2) {
        return <ThreadPage key={id} firm={id} />;
    }
    if (name === 'searches' && path.length === 1) {
        return <SearchesPage />;
    }
    if (name === 'applications' && path.length === 1) {
        return <ApplicationsPage />;
    }
    if (name === 'applications' && path.length === 2 && /^[0-9a-f-]{36}$/.test(id)) {
        return <ApplicationPage key={id} id={id} />;
    }
    if (name === 'applications' && path.length === 3 && id === 'new' && isPosting(posting)) {
        return <BeginPage key={posting} posting={posting} />;
    }
    const AccountPage = path.length === 1 ? accountPages[name] : undefined;
    return AccountPage ? <AccountPage /> : <NotFound />;
}

/// The same page in the other language: another document, so that a browser and a screen reader
/// know its language.
function LanguageSwitch() {
    const {lang, t} = useText();
    const {path, search} = useRouter();
    const other = lang === 'en' ? 'fr' : 'en';
    const query = search.toString();
    const address = `/${[other, ...path].join('/')}${query ? `?${query}` : ''}`;
    return (
        <a className="switch" href={address} hrefLang={other} lang={other}>
            {t.common.otherLanguage}
        </a>
    );
}

function AccountLink() {
    const {t} = useText();
    const {path} = useRouter();
    const href = useHref();
    const {session} = useSession();
    const candidate = session.state === 'signed_in' ? session.candidate : null;
    const [name, label] =
        session.state === 'nobody' ? ['sign-in', t.common.signIn] : ['account', t.common.account];
    return (
        <Link
            className="account-link"
            href={href(`/${name}`)}
            aria-current={path[0] === name ? 'page' : undefined}
        >
            {label}
            {candidate && (
                <Suspense>
                    <Waiting candidate={candidate} />
                </Suspense>
            )}
        </Link>
    );
}

/// Sections by role: those of whoever works here, else the pages about a profile.
function useNavigation(): (readonly [name: string, label: string])[] {
    const {t} = useText();
    const signedIn = useSignedIn();
    if (signedIn && worksHere(signedIn.account.role)) {
        return sectionsOf(signedIn.account.role).map(({name}) => [name, t.sections[name][0]]);
    }
    return [
        ['matches', t.common.matches],
        ['score', t.common.score],
        ['profile', t.common.profile],
        ...(signedIn
            ? ([
                  ['searches', t.common.searches],
                  ['applications', t.common.applications],
              ] as const)
            : []),
    ];
}

export function App() {
    const {t, lang} = useText();
    const {path} = useRouter();
    const href = useHref();
    const online = useOnline();
    const {session} = useSession();
    const isInAccount = session.state === 'signed_in' && session.candidate !== null;
    const main = useRef<HTMLElement>(null);
    const address = path.join('/');
    const first = useRef(address);
    useEffect(() => {
        // A new page begins at its content, also for who does not see it change.
        if (first.current !== address) {
            first.current = address;
            main.current?.focus({preventScroll: true});
        }
    }, [address]);
    const isWork = useIsWork();
    const navigation = useNavigation();
    return (
        <>
            <a className="skip" href="#content">
                {t.common.skip}
            </a>
            <header className="top">
                <Link className="brand" href={href('')}>
                    <Mark />
                    Job Scout
                </Link>
                <nav aria-label={t.common.nav}>
                    {navigation.map(([name, label]) => (
                        <Link
                            key={name}
                            href={href(`/${name}`)}
                            aria-current={path[0] === name ? 'page' : undefined}
                        >
                            {label}
                        </Link>
                    ))}
                </nav>
                <AccountLink />
                <LanguageSwitch />
            </header>
            {!online && (
                <p className="offline" role="status">
                    {t.common.offline}
                </p>
            )}
            <main id="content" ref={main} tabIndex={-1}>
                {session.state === 'signed_in' && (
                    <Suspense>
                        <ProfileNotice />
                    </Suspense>
                )}
                <Boundary page={address}>
                    <Suspense fallback={<Loading />}>
                        <Page />
                    </Suspense>
                </Boundary>
            </main>
            <footer className="foot">
                <p>{t.common.advice}</p>
                <p>
                    {isWork
                        ? t.common.sendingWork
                        : isInAccount
                          ? t.common.sendingKept
                          : t.common.sending}
                </p>
                <div className="foot-line">
                    <a href={`/docs?lang=${lang}`}>{t.common.sources}</a>
                    <Link href={href('/privacy')}>{t.common.privacy}</Link>
                    <ThemeChoice />
                </div>
            </footer>
        </>
    );
}
