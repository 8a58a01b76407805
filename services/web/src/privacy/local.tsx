import {useState} from 'react';

import {clearMarks} from '../matches/marks';
import {useProfile} from '../profile/store';
import {Link, useHref} from '../router';
import {useAccountWords, usePrivacyWords} from '../text/later';
import {Dialog} from '../ui/dialog';
import {forgetAll} from '../ui/storage';
import {applyTheme} from '../ui/theme';
import {usePageTitle} from '../ui/title';

/// Without an account: what this browser keeps, and away with it.
export function LocalPage() {
    const words = usePrivacyWords();
    const account = useAccountWords();
    const href = useHref();
    const {started, clear} = useProfile();
    const [asking, setAsking] = useState(false);
    const [removed, setRemoved] = useState(false);
    const say = words.local;
    usePageTitle(words.title);
    const remove = () => {
        clear();
        clearMarks();
        forgetAll();
        applyTheme('system');
        setAsking(false);
        setRemoved(true);
    };
    return (
        <div className="account">
            <h1>{words.title}</h1>
            <section className="panel">
                <h2>{say.title}</h2>
                {removed ? (
                    <p role="status">{say.removed}</p>
                ) : (
                    <>
                        <p>{say.text}</p>
                        <ul className="notes">
                            <li>{started ? say.profile : say.noProfile}</li>
                            <li>{say.marks}</li>
                            <li>{say.settings}</li>
                        </ul>
                    </>
                )}
                <p>{say.sent}</p>
                <div className="actions">
                    <button
                        type="button"
                        className="button button-bad"
                        onClick={() => setAsking(true)}
                    >
                        {say.remove}
                    </button>
                </div>
                <p className="quiet">
                    {say.account}{' '}
                    <Link href={href('/sign-in', {next: 'privacy'})}>{account.signIn.submit}</Link>
                </p>
            </section>
            {asking && (
                <Dialog title={say.remove} onClose={() => setAsking(false)}>
                    <p>{say.ask}</p>
                    <div className="actions">
                        <button type="button" className="button button-bad" onClick={remove}>
                            {say.yes}
                        </button>
                        <button type="button" className="button" onClick={() => setAsking(false)}>
                            {account.cancel}
                        </button>
                    </div>
                </Dialog>
            )}
        </div>
    );
}
