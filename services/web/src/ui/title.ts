import {useEffect} from 'react';

export function usePageTitle(title: string): void {
    useEffect(() => {
        document.title = title === '' ? 'Job Scout' : `${title} · Job Scout`;
    }, [title]);
}
