import {useSignedIn} from './account/session';
import {Link, useHref} from './router';
import {sectionsOf} from './sections';
import {useText} from './text/text';
import {usePageTitle} from './ui/title';

/// Where whoever works here begins: nothing is read of anybody before they choose.
export function WorkHome() {
    const {t} = useText();
    const href = useHref();
    const role = useSignedIn()?.account.role;
    usePageTitle('');
    return (
        <div className="work-home">
            <h1>{t.common.work}</h1>
            <ul>
                {role &&
                    sectionsOf(role).map(({name}) => (
                        <li key={name}>
                            <h2>
                                <Link href={href(`/${name}`)}>{t.sections[name][0]}</Link>
                            </h2>
                            <p>{t.sections[name][1]}</p>
                        </li>
                    ))}
            </ul>
        </div>
    );
}
