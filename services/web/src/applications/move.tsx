import {useApplicationWords} from '../text/later';
import type {Application, ApplicationState} from './api';

/// Where an application may go from here, a button for each.
export function Moves(properties: {
    application: Application;
    busy: boolean;
    move: (state: ApplicationState) => void;
}) {
    const {application, busy, move} = properties;
    const words = useApplicationWords();
    return (
        <div className="actions moves">
            {application.next.map((state) => (
                <button
                    key={state}
                    type="button"
                    className="button"
                    aria-disabled={busy}
                    onClick={() => move(state)}
                >
                    {words.moves[state]}
                    <span className="hidden-text"> ({application.title})</span>
                </button>
            ))}
        </div>
    );
}

/// What goes along with every change, since what is left out would be forgotten.
export const dueOf = ({due_on, due_for}: Application) => ({due_on, due_for});
