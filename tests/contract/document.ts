// The OpenAPI document as the service serves it, and ajv's word on what it allows.

import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export type Json = null | boolean | number | string | Json[] | {[name: string]: Json};
export type Schema = {[keyword: string]: any} | boolean;

/// A schema with the address that others refer to it by.
export interface Place {
    schema: Schema;
    address: string;
}

/// Of the query.
export interface Parameter {
    name: string;
    required: boolean;
    schema: {[keyword: string]: any};
}

export interface Operation {
    name: string; ///< `post /v1/crs`
    method: string;
    path: string;
    parameters: Parameter[];
    body?: {type: string; place: Place; examples: Json[]};
    responses: {[status: string]: any};
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

function escaped(name: string): string {
    return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function collectReferences(value: Json, into: Set<string>): void {
    if (Array.isArray(value)) {
        value.forEach((element) => collectReferences(element, into));
    } else if (value !== null && typeof value === 'object') {
        for (const [name, member] of Object.entries(value)) {
            if (name === '$ref' && typeof member === 'string') {
                into.add(member);
            } else {
                collectReferences(member, into);
            }
        }
    }
}

export class Document {
    readonly operations: Operation[] = [];
    private readonly ajv = new Ajv2020({
        allErrors: false,
        allowUnionTypes: true,
        strictTypes: false,
        strictRequired: false,
    });
    private readonly validators = new Map<string, ValidateFunction>();

    private constructor(
        private readonly base: string,
        private readonly resources: Map<string, any>,
    ) {
        formats.default(this.ajv);
        // The words of the document around its schemas; any other that ajv does not know is an error.
        this.ajv.addVocabulary(Object.keys(resources.get(base)));
        for (const [address, resource] of resources) {
            this.ajv.addSchema(resource, address);
        }
        for (const [path, methodsOfPath] of Object.entries<any>(resources.get(base).paths)) {
            for (const method of methods.filter((one) => one in methodsOfPath)) {
                this.operations.push(this.operationOf(method, path, methodsOfPath[method]));
            }
        }
    }

    /// The document at the address, with every document that it refers to.
    static async read(address: string): Promise<Document> {
        const resources = new Map<string, any>();
        const waiting = [address];
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
            if (!resources.has(next)) {
                const resource = (await (await fetch(next)).json()) as Json;
                resources.set(next, resource);
                const references = new Set<string>();
                collectReferences(resource, references);
                for (const reference of references) {
                    waiting.push(new URL(reference, next).href.split('#')[0] ?? '');
                }
            }
        }
        return new Document(address, resources);
    }

    /// What a reference leads to; a place that refers to nothing is itself.
    resolve(place: Place): Place {
        const reference = typeof place.schema === 'object' ? place.schema['$ref'] : undefined;
        if (typeof reference !== 'string') {
            return place;
        }
        const address = new URL(reference, place.address).href;
        const [resource, pointer] = address.split('#');
        let schema = this.resources.get(resource ?? '');
        for (const part of (pointer ?? '').split('/').slice(1)) {
            schema = schema[decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')];
        }
        return this.resolve({schema, address});
    }

    /// A part of a schema.
    part(place: Place, ...names: (string | number)[]): Place {
        let schema: any = place.schema;
        for (const name of names) {
            schema = schema[name];
        }
        const from = place.address.includes('#') ? place.address : `${place.address}#`;
        return {schema, address: [from, ...names.map((name) => escaped(String(name)))].join('/')};
    }

    allows(place: Place, value: Json): boolean {
        return this.validator(place)(value);
    }

    /// Why the schema does not allow the value; empty where it does.
    objections(place: Place, value: Json): string {
        const validator = this.validator(place);
        return validator(value) ? '' : this.ajv.errorsText(validator.errors);
    }

    /// Why an answer is none that the document promises; empty where it is.
    objectionsToAnswer(
        operation: Operation,
        status: number,
        contentType: string,
        body: string,
    ): string {
        const promised = operation.responses[status];
        if (promised === undefined) {
            return `status ${status} is not promised`;
        }
        const response = this.resolve(promised);
        const content = (response.schema as any).content ?? {};
        const type = (contentType.split(';')[0] ?? '').trim();
        if (body === '' && Object.keys(content).length === 0) {
            return '';
        }
        if (!(type in content)) {
            return `content type '${type}' is not promised with ${status}`;
        }
        if (!/[/+]json$/.test(type)) {
            return '';
        }
        return this.objections(this.part(response, 'content', type, 'schema'), JSON.parse(body));
    }

    /// Of what a response is promised as.
    contentTypes(response: Place | undefined): string[] {
        return Object.keys(response ? ((this.resolve(response).schema as any).content ?? {}) : {});
    }

    private examplesOf(referring: Place): Json[] {
        const place = this.resolve(referring);
        const {examples, anyOf, oneOf} = place.schema as any;
        const branches = Object.entries<unknown[]>({anyOf: anyOf ?? [], oneOf: oneOf ?? []});
        return [
            ...(examples ?? []),
            ...branches.flatMap(([keyword, all]) =>
                all.flatMap((_, index) => this.examplesOf(this.part(place, keyword, index))),
            ),
        ];
    }

    private validator(place: Place): ValidateFunction {
        let validator = this.validators.get(place.address);
        if (validator === undefined) {
            validator = this.ajv.compile({$ref: place.address});
            this.validators.set(place.address, validator);
        }
        return validator;
    }

    private operationOf(method: string, path: string, described: any): Operation {
        const place = this.part(
            {schema: this.resources.get(this.base), address: this.base}, 'paths', path, method,
        );
        const responses: {[status: string]: Place} = {};
        for (const status of Object.keys(described.responses)) {
            responses[status] = this.part(place, 'responses', status);
        }
        const parameters = (described.parameters ?? [])
            .map((_: unknown, index: number) => this.resolve(this.part(place, 'parameters', index)))
            .map((one: Place): any => one.schema)
            .filter((one: any) => one.in === 'query')
            .map((one: any) => ({name: one.name, required: one.required ?? false, schema: one.schema}));
        const operation: Operation = {
            name: `${method} ${path}`, method, path, parameters, responses,
        };
        for (const [type, media] of Object.entries<any>(described.requestBody?.content ?? {})) {
            const body = this.part(place, 'requestBody', 'content', type, 'schema');
            operation.body = {type, place: body, examples: [
                ...('example' in media ? [media.example] : []),
                ...Object.values<any>(media.examples ?? {}).map((one) => one.value),
                ...this.examplesOf(body),
            ]};
        }
        return operation;
    }
}
