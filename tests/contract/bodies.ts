// Bodies made from the schemas of the document: whole ones, and examples with one thing changed.

import fc from 'fast-check';

import type {Document, Json, Place} from './document.js';

export type Path = (string | number)[];

export interface Body {
    what: string;
    path: Path; ///< Where it differs from an example.
    under: string[]; ///< Addresses of the named schemas that it is changed in.
    /// Whether all else is that of an example, so that a refusal can only be of what stands at `path`.
    changedAlone: boolean;
    value: Json;
}

/// Of values made for one schema, in a row.
const refusedMax = 10_000;

const isObject = (value: Json): value is {[name: string]: Json} =>
    value !== null && typeof value === 'object' && !Array.isArray(value);

/// Arrays are made no longer than this; changes go to the limits.
const elementsMax = 3;

const anyText = fc.string({unit: 'binary', maxLength: 20}).filter((text) => !text.includes('\0'));
const anyValue = fc.oneof<fc.Arbitrary<Json>[]>(
    fc.constant(null), fc.boolean(), fc.integer(), anyText, fc.constant([]), fc.constant({}),
);

function textOf(schema: any): fc.Arbitrary<Json> {
    if (schema.format === 'date') {
        return fc
            .date({min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true})
            .map((day) => day.toISOString().slice(0, 10));
    }
    if (schema.format === 'date-time') {
        return fc
            .date({min: new Date('2015-01-01'), max: new Date('2049-12-31'), noInvalidDate: true})
            .map((instant) => instant.toISOString().replace(/\.\d+/, ''));
    }
    if (schema.format === 'uuid') {
        return fc.uuid();
    }
    if (schema.pattern !== undefined) {
        return fc.stringMatching(new RegExp(schema.pattern, 'u'));
    }
    const minLength = schema.minLength ?? 0;
    const maxLength = Math.min(schema.maxLength ?? 40, Math.max(minLength, 40));
    return fc
        .string({unit: 'binary', minLength, maxLength})
        .filter((text) => !text.includes('\0'));
}

function numberOf(schema: any, type: string): fc.Arbitrary<Json> {
    const min = schema.minimum ?? -1000;
    const max = schema.maximum ?? 1_000_000;
    const step = schema.multipleOf ?? (type === 'integer' ? 1 : 0.25);
    return fc.integer({min: Math.ceil(min / step), max: Math.floor(max / step)}).map((n) => n * step);
}

function typeOf(schema: any): string[] {
    if (schema.type !== undefined) {
        return [schema.type].flat();
    }
    return schema.properties !== undefined || schema.required !== undefined ? ['object'] : ['any'];
}

/// Values that the schema allows, as far as its words are known here; ajv has the last word.
export function valuesOf(document: Document, referring: Place): fc.Arbitrary<Json> {
    const place = document.resolve(referring);
    const schema: any = place.schema;
    if (typeof schema === 'boolean') {
        return anyValue;
    }
    let refused = 0;
    const allowed = (value: Json) => {
        const verdict = document.allows(place, value);
        refused = verdict ? 0 : refused + 1;
        if (refused > refusedMax) {
            throw new Error(`bodies.ts makes nothing that ${place.address} allows`);
        }
        return verdict;
    };
    const parts = (keyword: string) =>
        (schema[keyword] as unknown[]).map((_, index) => document.part(place, keyword, index));
    if ('const' in schema) {
        return fc.constant(schema.const);
    }
    if (schema.enum !== undefined) {
        return fc.constantFrom(...(schema.enum as Json[]));
    }
    for (const keyword of ['anyOf', 'oneOf']) {
        if (schema[keyword] !== undefined && schema.properties === undefined) {
            const alternatives = parts(keyword).map((part) => valuesOf(document, part));
            return fc.oneof(...alternatives).filter(allowed);
        }
    }
    const ofType = (type: string): fc.Arbitrary<Json> => {
        switch (type) {
            case 'null':
                return fc.constant(null);
            case 'boolean':
                return fc.boolean();
            case 'integer':
            case 'number':
                return numberOf(schema, type);
            case 'string':
                return textOf(schema);
            case 'array':
                return fc.array(
                    schema.items === undefined
                        ? anyValue
                        : valuesOf(document, document.part(place, 'items')),
                    {
                        minLength: schema.minItems ?? 0,
                        maxLength: Math.min(schema.maxItems ?? elementsMax, elementsMax),
                    },
                );
            case 'object':
                return objectsOf(document, place);
            default:
                return anyValue;
        }
    };
    return fc.oneof(...typeOf(schema).map(ofType)).filter(allowed);
}

function objectsOf(document: Document, place: Place): fc.Arbitrary<Json> {
    const schema: any = place.schema;
    const members: {[name: string]: fc.Arbitrary<Json>} = {};
    for (const name of Object.keys(schema.properties ?? {})) {
        if (schema.properties[name] !== false) {
            members[name] = valuesOf(document, document.part(place, 'properties', name));
        }
    }
    const required: string[] = schema.required ?? [];
    const ofBranches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    for (const name of [...required, ...ofBranches.flatMap((branch) => branch.required ?? [])]) {
        members[name] ??= anyValue;
    }
    let objects: fc.Arbitrary<{[name: string]: Json}> = fc.record(members, {
        requiredKeys: required,
        noNullPrototype: true,
    });
    if (typeof schema.additionalProperties === 'object') {
        const more = valuesOf(document, document.part(place, 'additionalProperties'));
        const names = fc.stringMatching(/^[a-z]{1,8}$/);
        objects = fc
            .tuple(objects, fc.dictionary(names, more, {maxKeys: 2, noNullPrototype: true}))
            .map(([known, further]) => ({...further, ...known}));
    }
    // What another member decides is made anew once that member is known.
    (schema.allOf ?? []).forEach((rule: any, index: number) => {
        if (rule.if !== undefined && rule.then?.properties !== undefined) {
            const condition = document.part(place, 'allOf', index, 'if');
            const decided = Object.keys(rule.then.properties).map(
                (name) =>
                    [
                        name,
                        valuesOf(
                            document,
                            document.part(place, 'allOf', index, 'then', 'properties', name),
                        ),
                    ] as const,
            );
            objects = objects.chain((object) => {
                const anew = decided.filter(([name]) => name in object);
                return document.allows(condition, object) && anew.length > 0
                    ? fc.record(Object.fromEntries(anew)).map((made) => ({...object, ...made}))
                    : fc.constant(object);
            });
        }
    });
    return objects;
}

/// The same ones every time.
export function samples(values: fc.Arbitrary<Json>, count: number): Json[] {
    return fc.sample(values, {seed: 20261116, numRuns: count});
}

interface Speaker extends Place {
    named: boolean; ///< Referred to from elsewhere.
}

/// Every schema that says something of the value at this place; of alternatives, those that allow it.
function speakers(document: Document, referring: Place, value: Json): Speaker[] {
    const place = document.resolve(referring);
    const schema: any = place.schema;
    const result: Speaker[] = [{...place, named: place.address !== referring.address}];
    const further = (...names: (string | number)[]) => {
        result.push(...speakers(document, document.part(place, ...names), value));
    };
    for (const keyword of ['anyOf', 'oneOf', 'allOf']) {
        (schema[keyword] ?? []).forEach((_: unknown, index: number) => {
            if (
                keyword === 'allOf' ||
                document.allows(document.part(place, keyword, index), value)
            ) {
                further(keyword, index);
            }
        });
    }
    if (schema.then !== undefined && document.allows(document.part(place, 'if'), value)) {
        further('then');
    }
    return result;
}

/// What every value may be mistaken for.
const strangers: Json[] = [null, true, 0, 1, -1, 1.5, 2 ** 31, 1e15, '', 'x', '0', [], [null], {}];

function othersOfNumber(schemas: any[]): Json[] {
    return schemas
        .flatMap((schema) => [schema.minimum, schema.maximum])
        .filter((limit) => limit !== undefined)
        .flatMap((limit) => [limit - 1, limit - 0.5, limit, limit + 0.5, limit + 1]);
}

function othersOfText(value: string, schemas: any[]): Json[] {
    const result: Json[] = ['x'.repeat(1100)]; // More than any limit that is not documented.
    for (const limit of schemas.flatMap((schema) => [schema.minLength, schema.maxLength])) {
        for (const length of [limit - 1, limit, limit + 1].filter((one) => one >= 0)) {
            result.push('x'.repeat(length), '😀'.repeat(length));
        }
    }
    result.push(value.toUpperCase(), value.toLowerCase(), `${value}x`, ` ${value}`, `${value}\n`);
    const formats = new Set(schemas.map((schema) => schema.format));
    if (formats.has('date')) {
        result.push('2024-02-29', '2026-02-29', '2026-13-01', '1899-12-31', '1900-01-01');
        result.push('2099-12-31', '2100-01-01', '2026-2-3', '20260203', '2026-02-03T00:00:00Z');
    }
    if (formats.has('date-time')) {
        result.push('2026-02-03T04:05:60Z', '2026-02-03T24:00:00Z', '2026-02-03T04:05:06+00:00');
        result.push('2026-02-30T04:05:06Z', '2026-02-03 04:05:06Z', '2026-02-03T04:05:06.7Z');
    }
    if (formats.has('uuid')) {
        result.push('00000000-0000-4000-8000-000000000000', '0a000000-0000-4000-8000-000000000000');
        result.push('0A000000-0000-4000-8000-000000000000', '0a00000000004000800000000000000a');
        result.push('urn:uuid:0a000000-0000-4000-8000-000000000000');
    }
    return result;
}

/// Other values in place of this one.
function others(places: Place[], value: Json): Json[] {
    const schemas: any[] = places.map((place) => place.schema);
    const result = [...strangers, ...schemas.flatMap((schema) => schema.enum ?? [])];
    const types = schemas.map((schema) => String(schema.type)).join();
    if (/number|integer/.test(types)) {
        result.push(...othersOfNumber(schemas));
    }
    if (/string/.test(types) || typeof value === 'string') {
        result.push(...othersOfText(typeof value === 'string' ? value : '', schemas));
    }
    if (Array.isArray(value) && value[0] !== undefined) {
        const limits = schemas.map((schema) => schema.maxItems).filter((limit) => limit < 1100);
        for (const count of [2, 600, ...limits, ...limits.map((limit) => limit + 1)]) {
            result.push(Array(count).fill(value[0]));
        }
    }
    const own = JSON.stringify(value);
    return [...new Map(result.map((other) => [JSON.stringify(other), other]))]
        .filter(([text]) => text !== own)
        .map(([, other]) => other);
}

function shortened(value: Json): string {
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 40)}... (${text.length})` : text;
}

/// `value` with one thing changed, here or below: kinds, limits and their neighbours, what is
/// missing and what nobody asked for.
function changes(document: Document, referring: Place[], value: Json): Body[] {
    const places = referring.flatMap((place) => speakers(document, place, value));
    const result: Body[] = others(places, value).map((other) => ({
        what: `is ${shortened(other)}`, path: [], under: [], changedAlone: true, value: other,
    }));
    if (Array.isArray(value)) {
        const items = places
            .filter((place) => (place.schema as any).items !== undefined)
            .map((place) => document.part(place, 'items'));
        for (const [index, element] of value.entries()) {
            for (const change of changes(document, items, element)) {
                const changed = value.map((each, at) => (at === index ? change.value : each));
                result.push({...change, path: [index, ...change.path], value: changed});
            }
        }
    }
    if (isObject(value)) {
        const asked = places.flatMap((place) => Object.keys((place.schema as any).properties ?? {}));
        for (const name of new Set([...Object.keys(value), ...asked, 'unasked'])) {
            const members = places
                .filter((place) => (place.schema as any).properties?.[name] !== undefined)
                .map((place) => document.part(place, 'properties', name));
            for (const change of changesOfMember(document, members, value[name])) {
                const {[name]: _, ...rest} = value;
                const changed = change.value === undefined ? rest : {...value, [name]: change.value};
                result.push({...change, path: [name, ...change.path], value: changed});
            }
        }
    }
    const named = places.filter((place) => place.named).map((place) => place.address);
    return result.map((change) => ({...change, under: [...named, ...change.under]}));
}

type MemberChange = Omit<Body, 'value'> & {value: Json | undefined};

/// Of a member that is there, or could be.
function changesOfMember(
    document: Document,
    places: Place[],
    value: Json | undefined,
): MemberChange[] {
    const alone = {path: [], under: [], changedAlone: true};
    if (value !== undefined) {
        return [
            {...alone, what: 'is missing', value: undefined},
            ...changes(document, places, value),
        ];
    }
    if (places[0] === undefined) {
        return [{...alone, what: 'is there', value: 1}];
    }
    const made = samples(valuesOf(document, places[0]), 5).find((one) => one !== null) ?? null;
    return [
        {...alone, what: 'is made', value: made},
        ...changes(document, places, made).map((change) => ({
            ...change, what: `is made and ${change.what}`, changedAlone: false,
        })),
    ];
}

/// Bodies for a place: examples with one change each, and whole ones made from the schema.
export function bodiesFor(
    document: Document,
    place: Place,
    examples: Json[],
    whole: number,
): Body[] {
    return [
        ...examples.flatMap((example) => changes(document, [place], example)),
        ...samples(valuesOf(document, place), whole).map((value) => ({
            what: 'made as a whole',
            path: [],
            under: [document.resolve(place).address],
            changedAlone: false,
            value,
        })),
    ].map((body) => ({...body, what: `${['', ...body.path].join('/')} ${body.what}`}));
}
