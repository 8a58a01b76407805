import {useAccountWords} from '../text/later';
import {Dialog} from '../ui/dialog';
import {endAsking, type Why} from './keeper';
import {SignInForm} from './sign_in_form';

/// Asks for the password over the page, which stays as it is.
export default function SignInAgain({why, email}: {why: Why; email: string}) {
    const words = useAccountWords();
    const expired = why === 'expired';
    return (
        <Dialog
            title={expired ? words.again.expiredTitle : words.again.recentTitle}
            onClose={() => endAsking(false)}
        >
            <p>{expired ? words.again.expired : words.again.recent}</p>
            <p className="quiet">{words.again.as(email)}</p>
            <SignInForm known={email} onDone={() => endAsking(true)} />
            <div className="actions">
                <button type="button" className="button" onClick={() => endAsking(false)}>
                    {expired ? words.again.leave : words.cancel}
                </button>
            </div>
        </Dialog>
    );
}
