import {Refusal} from '../api/client';
import {useAccountWords} from '../text/later';
import {useText} from '../text/text';

/// What the service says against something that was asked of it, in a form.
export function Refused({error}: {error: unknown}) {
    const {t} = useText();
    const words = useAccountWords();
    if (error === null || error === undefined) {
        return null;
    }
    const say = () => {
        if (!(error instanceof Refusal)) {
            return t.common.failedNetwork;
        }
        const known = words.refusals[error.problem];
        if (known !== undefined) {
            return known;
        }
        if (error.status === 429) {
            return words.wait(error.detail);
        }
        if (error.status === 503) {
            return t.common.failedBusy;
        }
        return error.status < 500 ? words.refused(error.detail) : t.common.failedServer;
    };
    return (
        <p className="field-error refused" role="alert">
            {say()}
        </p>
    );
}
