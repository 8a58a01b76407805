// Addresses are /en/... and /fr/...; everything that can be shared stands in them, and nothing
// about a person does.

import {
    createContext,
    use,
    useCallback,
    useEffect,
    useMemo,
    useState,
    type AnchorHTMLAttributes,
    type MouseEvent,
    type ReactNode,
} from 'react';

interface Address {
    path: string[]; ///< Segments after the language.
    search: URLSearchParams;
}

interface Router extends Address {
    go: (href: string, how?: {replace?: boolean}) => void;
}

/// What hardly changes, so that a thousand links need not be drawn anew with every filter.
interface Ways {
    go: Router['go'];
    day: string | null; ///< That the reader asked for.
}

const RouterContext = createContext<Router | null>(null);
const WaysContext = createContext<Ways | null>(null);

function readAddress(): Address {
    const segments = window.location.pathname.split('/').filter((segment) => segment !== '');
    return {path: segments.slice(1), search: new URLSearchParams(window.location.search)};
}

export function LocationProvider({children}: {children: ReactNode}) {
    const [address, setAddress] = useState(readAddress);
    useEffect(() => {
        const moved = () => setAddress(readAddress());
        window.addEventListener('popstate', moved);
        return () => window.removeEventListener('popstate', moved);
    }, []);
    const go = useCallback((href: string, how: {replace?: boolean} = {}) => {
        const samePage = new URL(href, window.location.href).pathname === window.location.pathname;
        if (how.replace) {
            window.history.replaceState(null, '', href);
        } else {
            window.history.pushState(null, '', href);
        }
        setAddress(readAddress());
        if (!samePage) {
            window.scrollTo(0, 0);
        }
    }, []);
    const router = useMemo(() => ({...address, go}), [address, go]);
    const day = address.search.get('as_of');
    const ways = useMemo(() => ({go, day}), [go, day]);
    return (
        <RouterContext value={router}>
            <WaysContext value={ways}>{children}</WaysContext>
        </RouterContext>
    );
}

export function useRouter(): Router {
    const router = use(RouterContext);
    if (!router) {
        throw new Error('outside LocationProvider');
    }
    return router;
}

function useWays(): Ways {
    const ways = use(WaysContext);
    if (!ways) {
        throw new Error('outside LocationProvider');
    }
    return ways;
}

/// `/matches` in the language of the page, with the day that the reader asked for, if any.
export function useHref(): (path: string, search?: Record<string, string>) => string {
    const {day} = useWays();
    return useCallback(
        (path, search = {}) => {
            const all = new URLSearchParams(day ? {as_of: day, ...search} : search);
            const query = all.toString();
            return `/${document.documentElement.lang}${path}${query ? `?${query}` : ''}`;
        },
        [day],
    );
}

type LinkProperties = AnchorHTMLAttributes<HTMLAnchorElement> & {href: string};

export function Link({href, onClick, children, ...rest}: LinkProperties) {
    const {go} = useWays();
    const follow = (event: MouseEvent<HTMLAnchorElement>) => {
        onClick?.(event);
        const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
        if (!event.defaultPrevented && !elsewhere) {
            event.preventDefault();
            go(href);
        }
    };
    return (
        <a href={href} onClick={follow} {...rest}>
            {children}
        </a>
    );
}
