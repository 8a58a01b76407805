import {Component, type ReactNode} from 'react';

import {Failure} from './states';

interface Properties {
    children: ReactNode;
    page?: string; ///< Where it stands for a whole page: which. Another page is tried anew.
}

interface State {
    error: unknown;
    page: string | undefined;
}

/// Stands in for what could not be loaded or drawn, so that the rest of the page stays.
export class Boundary extends Component<Properties, State> {
    override state: State = {error: null, page: this.props.page};

    static getDerivedStateFromError(error: unknown): Partial<State> {
        return {error};
    }

    static getDerivedStateFromProps({page}: Properties, state: State): State | null {
        return page === state.page ? null : {page, error: null};
    }

    override render() {
        const {error} = this.state;
        return error === null ? (
            this.props.children
        ) : (
            // A piece of the pages that did not come is asked for again only by a new document.
            <Failure
                page={this.props.page !== undefined}
                error={error}
                again={() => window.location.reload()}
            />
        );
    }
}
