import {Refused} from '../account/refused';
import {Refusal} from '../api/client';
import {useEmployerWords} from '../text/later';

/// What the service says against something that an employer asks of it.
export function RefusedAct({error}: {error: unknown}) {
    const words = useEmployerWords();
    const known = error instanceof Refusal ? words.refusals[error.problem] : undefined;
    return known === undefined ? (
        <Refused error={error} />
    ) : (
        <p className="field-error refused" role="alert">
            {known}
        </p>
    );
}
