// Who asks: by a token of the operator's file, or signed in as a browser is.

import type {Document, Json, Operation} from './document.js';
import {timedCode} from './secrets.js';
import type {Service} from './service.js';

export interface Answer {
    status: number;
    headers: Headers;
    body: string;
    json: any;
}

let asked = 0;

export class Person {
    csrfToken = '';
    private readonly cookies = new Map<string, string>();
    private totpSecret = '';

    constructor(
        readonly name: string,
        private readonly service: Service,
        private readonly token?: string,
    ) {}

    /// As fetch: sends who it is, and remembers what it is told of that.
    readonly fetch = async (request: Request): Promise<Response> => {
        asked += 1;
        const headers = new Headers(request.headers);
        headers.set('X-Forwarded-For', `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`);
        if (this.token !== undefined) {
            headers.set('Authorization', `Bearer ${this.token}`);
        }
        if (this.cookies.size > 0) {
            headers.set('Cookie', [...this.cookies].map((pair) => pair.join('=')).join('; '));
            headers.set('X-CSRF-Token', this.csrfToken);
        }
        const response = await fetch(new Request(request, {headers}));
        // Debian's Node.js has no getSetCookie.
        const lines = (response.headers.get('Set-Cookie') ?? '').split(/,\s*(?=[^;,\s]+=)/);
        for (const [, name = '', value = ''] of lines.map((one) => /^([^=]*)=([^;]*)/.exec(one) ?? [])) {
            if (value === '') {
                this.cookies.delete(name);
            } else {
                this.cookies.set(name, value);
            }
        }
        return response;
    };

    async ask(
        method: string,
        path: string,
        body?: Json,
        type = 'application/json',
        accept = '*/*',
    ): Promise<Answer> {
        const text = type === 'application/json' ? JSON.stringify(body) : String(body);
        const response = await this.fetch(
            new Request(this.service.url + path, {
                method: method.toUpperCase(),
                headers: {Accept: accept, ...(body === undefined ? {} : {'Content-Type': type})},
                ...(body === undefined ? {} : {body: text}),
            }),
        );
        const answer = {status: response.status, headers: response.headers, body: await response.text()};
        const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '');
        const json = isJson && answer.body !== '' ? JSON.parse(answer.body) : undefined;
        this.csrfToken = json?.csrf_token ?? json?.session?.csrf_token ?? this.csrfToken;
        return {...answer, json};
    }

    /// The code that an authenticator application shows, so many steps from now.
    code(secret = '', steps = 0): string {
        this.totpSecret = secret === '' ? this.totpSecret : secret;
        return timedCode(this.totpSecret, steps);
    }
}

export function expectStatus(answer: Answer, status: number, what: string): Answer {
    if (answer.status !== status) {
        throw new Error(`${what}: ${answer.status} ${answer.body}`);
    }
    return answer;
}

/// Throws where an answer is none that the document promises.
export function hold(document: Document, operation: Operation, answer: Answer): void {
    const objections = document.objectionsToAnswer(
        operation, answer.status, answer.headers.get('Content-Type') ?? '', answer.body,
    );
    if (objections !== '') {
        throw new Error(`${operation.name}: ${objections}: ${answer.body.slice(0, 400)}`);
    }
}
