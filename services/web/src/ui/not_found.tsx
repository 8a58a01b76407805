import {Link, useHref} from '../router';
import {useText} from '../text/text';
import {Empty} from './states';
import {usePageTitle} from './title';

export function NotFound() {
    const {t} = useText();
    const href = useHref();
    usePageTitle(t.common.notFoundTitle);
    return (
        <Empty page title={t.common.notFoundTitle}>
            <p>{t.common.notFoundText}</p>
            <Link className="button" href={href('')}>
                {t.common.home}
            </Link>
        </Empty>
    );
}
