import {useState} from 'react';

import {hasUnkept, profileNow} from '../profile/kept';
import {Link, useHref, useRouter} from '../router';
import {useAccountWords} from '../text/later';
import {Dialog} from '../ui/dialog';
import {jsonFile, saveFile} from '../ui/save_file';
import {toCandidate} from '../profile/document';
import {useAct} from './act';
import {Refused} from './refused';
import {useSession} from './session';

/// Nothing personal stays behind; what stands here alone is asked about first.
export function SignOut() {
    const words = useAccountWords();
    const {signOut} = useSession();
    const {go} = useRouter();
    const href = useHref();
    const [asking, setAsking] = useState(false);
    const {busy, failure, act} = useAct();
    const leave = async () => {
        if (await act(signOut)) {
            go(href(''));
        }
    };
    const say = words.account;
    return (
        <>
            <div className="actions">
                <button
                    type="button"
                    className="button"
                    aria-disabled={busy}
                    onClick={() => (hasUnkept() ? setAsking(true) : void leave())}
                >
                    {say.signOut}
                </button>
            </div>
            <p className="quiet">
                {say.left} <Link href={href('/privacy')}>{words.pages.privacy}</Link>
            </p>
            {!asking && <Refused error={failure} />}
            {asking && (
                <Dialog title={say.signOutAsk} onClose={() => setAsking(false)}>
                    <p>{say.signOutText}</p>
                    <Refused error={failure} />
                    <div className="actions">
                        <button
                            type="button"
                            className="button button-bad"
                            onClick={() => void leave()}
                        >
                            {say.signOutYes}
                        </button>
                        <DownloadHere />
                        <button type="button" className="button" onClick={() => setAsking(false)}>
                            {words.cancel}
                        </button>
                    </div>
                </Dialog>
            )}
        </>
    );
}

/// What stands in this browser, as a file: the document, or what there is of one.
export function DownloadHere() {
    const {keep} = useAccountWords();
    const save = () => {
        const {draft} = profileNow();
        saveFile('job-scout-profile.json', jsonFile(toCandidate(draft) ?? draft));
    };
    return (
        <button type="button" className="button" onClick={save}>
            {keep.download}
        </button>
    );
}
