import {ImportProfile} from './profile/import';
import {useProfile} from './profile/store';
import {Link, useHref} from './router';
import {Specimen} from './specimen';
import {useText} from './text/text';
import {usePageTitle} from './ui/title';

export function Home() {
    const {t} = useText();
    const href = useHref();
    const {started, candidate} = useProfile();
    usePageTitle('');
    return (
        <div className="home">
            <div className="home-top">
                <div className="home-lead">
                    <h1>{t.home.title}</h1>
                    <p className="lead">{t.home.lead}</p>
                    <div className="actions">
                        {candidate ? (
                            <>
                                <Link className="button button-main" href={href('/matches')}>
                                    {t.home.browse}
                                </Link>
                                <Link className="button" href={href('/profile')}>
                                    {t.home.resume}
                                </Link>
                            </>
                        ) : (
                            <Link className="button button-main" href={href('/profile')}>
                                {started ? t.home.resume : t.home.start}
                            </Link>
                        )}
                        <ImportProfile />
                    </div>
                    <p className="quiet">
                        {t.home.noAccount} {t.home.importHint}
                    </p>
                </div>
                <Specimen />
            </div>
            <ol className="home-facts">
                {t.home.facts.map(([title, text]) => (
                    <li key={title}>
                        <h2>{title}</h2>
                        <p>{text}</p>
                    </li>
                ))}
            </ol>
        </div>
    );
}
