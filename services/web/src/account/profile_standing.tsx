import {useStandingWords} from './standing_words';

/// Beside the profile: whether it is in the account.
export default function ProfileStanding() {
    return (
        <p className="quiet" role="status">
            {useStandingWords()}
        </p>
    );
}
