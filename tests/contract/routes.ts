// Asks routes of the document of things that are there.

import type {Json, Operation} from './document.js';
import type {Answer, Person} from './people.js';
import type {World} from './world.js';

export const isRefusal = (answer: Answer) => answer.status === 400 || answer.status === 422;

export class Routes {
    constructor(private readonly world: World) {}

    get people(): Person[] {
        return this.world.people;
    }

    send(
        operation: Operation,
        who: Person,
        body?: Json,
        query = '',
        accept = '*/*',
    ): Promise<Answer> {
        const target = this.pathOf(operation) + (query === '' ? '' : `?${query}`);
        return who.ask(operation.method, target, body, operation.body?.type, accept);
    }

    /// Whoever gets as far as the reader, which takes no text for any document.
    async whoReaches(operation: Operation): Promise<Person | undefined> {
        for (const who of this.world.people) {
            if (isRefusal(await this.send(operation, who, 'no document'))) {
                return who;
            }
        }
        return undefined;
    }

    private pathOf({path}: Operation): string {
        const segments = path.split('/');
        return segments
            .map((segment, index) => {
                if (!segment.startsWith('{')) {
                    return segment;
                }
                const secret = segment === '{token}' ? '0'.repeat(64) : undefined;
                const id = this.world.ids[`${segments[index - 1]}/${segment}`];
                return id ?? secret ?? 'unknown';
            })
            .join('/');
    }
}
