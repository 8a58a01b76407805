import type {ReactNode} from 'react';

import {usePageTitle} from '../ui/title';
import {Refused} from './refused';
import type {useAct} from './act';

/// A page that is one form: what it is for, its fields, what was said against it, and one button.
export function FormPage(properties: {
    title: string;
    lead: string;
    submit: string;
    doing: Pick<ReturnType<typeof useAct>, 'busy' | 'failure'>;
    onSubmit: () => Promise<void>;
    children: ReactNode;
    after?: ReactNode; ///< Where else one can go.
}) {
    const {title, lead, submit, doing, onSubmit, children, after} = properties;
    usePageTitle(title);
    return (
        <div className="narrow">
            <h1>{title}</h1>
            <p className="lead">{lead}</p>
            <form
                className="form"
                noValidate
                onSubmit={(event) => {
                    event.preventDefault();
                    void onSubmit();
                }}
            >
                {children}
                <Refused error={doing.failure} />
                <div className="actions">
                    <button type="submit" className="button button-main" aria-disabled={doing.busy}>
                        {submit}
                    </button>
                </div>
            </form>
            {after && <p>{after}</p>}
        </div>
    );
}
