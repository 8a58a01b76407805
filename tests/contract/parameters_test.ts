// Every query parameter of the document: its schema's values are taken, any other is refused by its
// name; and every list says the same as JSON, NDJSON and CSV.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {isDeepStrictEqual} from 'node:util';

import {Document, type Json, type Operation, type Parameter} from './document.js';
import {hold, type Answer, type Person} from './people.js';
import {isRefusal, Routes} from './routes.js';
import {Service} from './service.js';
import {settle} from './world.js';

const service = await Service.start();
after(() => service.stop());
const document = await Document.read(`${service.url}/v1/openapi.json`);
const routes = new Routes(await settle(service));

/// What only the service can tell: the schemas say no more than that these are texts.
const sensible: {[name: string]: string} = {
    cursor: '',
    field: 'title',
    from: '2022-11-16',
    posting: '1',
    q: 'cook',
    reason: 'x',
    rules: '2022-11-16',
    source: 'x',
    to: '2025-03-25',
};

/// Values that the schema allows, and values that it does not.
function valuesOf(parameter: Parameter): {good: string[]; bad: string[]} {
    const schema: any = parameter.schema.type === 'array' ? parameter.schema.items : parameter.schema;
    if (schema.enum !== undefined) {
        return {good: schema.enum, bad: ['unlikely', String(schema.enum[0]).toLowerCase() + ' ', '']};
    }
    if (schema.type === 'boolean') {
        return {good: ['true', 'false'], bad: ['yes', '1', 'True', '']};
    }
    if (schema.type === 'integer') {
        const limits = [schema.minimum, schema.maximum].filter((one) => one !== undefined);
        const beyond = [(schema.minimum ?? 0) - 1, (schema.maximum ?? 0) + 1].slice(0, limits.length);
        return {
            good: limits.length > 0 ? limits.map(String) : [sensible[parameter.name] ?? '1'],
            bad: ['x', '1.5', '1e1', ' 1', '', ...beyond.map(String)],
        };
    }
    if (schema.format === 'date') {
        return {good: ['2026-11-16', '2024-02-29'], bad: ['2025-02-29', '16-11-2026', '2026-11-16T00:00:00Z', '']};
    }
    if (schema.format === 'uuid') {
        return {good: [], bad: ['x', '']}; // A random one is nobody's: what it leads to is the route's.
    }
    if (schema.pattern !== undefined) {
        return {good: ['65200'], bad: ['x', '6520', '65200 ']};
    }
    const limits = schema.maxLength === undefined ? [] : ['x'.repeat(schema.maxLength + 1)];
    const value = sensible[parameter.name];
    assert.notEqual(value, undefined, `parameters_test.ts knows no value for ${parameter.name}`);
    return {good: value === '' ? [] : [value!], bad: schema.minLength > 0 ? ['', ...limits] : limits};
}

const withParameters = document.operations.filter(({parameters}) => parameters.length > 0);
const isSafe = ({method, body}: Operation) =>
    method === 'get' || (method === 'post' && body?.type === 'application/json');

/// The query of all that has to be asked.
function leastQuery(operation: Operation): [string, string][] {
    return operation.parameters
        .filter(({required}) => required)
        .map(({name}) => [name, sensible[name] ?? '']);
}

const queryOf = (pairs: [string, string][]) => new URLSearchParams(pairs).toString();

/// Whoever is answered, with the body that was; of routes that nobody may ask, or whose things are
/// gone by the first answer, nothing.
async function whoIsAnswered(
    operation: Operation,
): Promise<{who: Person; body: Json | undefined} | undefined> {
    const bodies = operation.body === undefined ? [undefined] : operation.body.examples;
    for (const who of routes.people) {
        for (const body of bodies) {
            const answer = await routes.send(operation, who, body, queryOf(leastQuery(operation)));
            if (answer.status < 300) {
                return {who, body};
            }
        }
    }
    return undefined;
}

/// What a schema does not say.
const isToday = (answer: Answer) => /shown as of today only/.test(answer.json?.detail ?? '');

const blames = (answer: Answer, name: string) =>
    answer.status === 400 && answer.json?.parameter === name;

/// Answered to who tells a secret that was mailed or shown to them alone.
const ofSecrets = [
    'get /v1/unsubscribe/{token}',
    'post /v1/accounts/me/deletion',
    'post /v1/accounts/verification',
    'post /v1/sessions',
    'post /v1/sessions/current/second-factor',
];

/// Answered once an offer has come, a worker has built two packages, or clients are named.
const ofThingsToCome = [
    'get /v1/applications/{application}/offer',
    'get /v1/packages/{package}/comparison',
    'post /v1/packages/bulk',
];

const notAnswered = new Set<string>();

for (const operation of withParameters.filter(isSafe)) {
    test(`${operation.name} takes the parameters of the document and no other`, async () => {
        const asked = await whoIsAnswered(operation);
        if (asked === undefined) {
            notAnswered.add(operation.name);
            return;
        }
        const ask = async (...further: [string, string][]) => {
            const replaced = new Set(further.map(([name]) => name));
            const least = leastQuery(operation).filter(([name]) => !replaced.has(name));
            const query = queryOf([...least, ...further]);
            const answer = await routes.send(operation, asked.who, asked.body, query);
            assert.ok(answer.status < 500, `${query}: ${answer.status} ${answer.body}`);
            hold(document, operation, answer);
            return answer;
        };
        const wrong: string[] = [];
        const expect = (holds: boolean, query: string, answer: Answer) => {
            if (!holds) {
                wrong.push(`${query}: ${answer.status} ${answer.body.slice(0, 200)}`);
            }
        };
        for (const parameter of operation.parameters) {
            const {name} = parameter;
            const {good, bad} = valuesOf(parameter);
            for (const value of good) {
                const answer = await ask([name, value]);
                expect(!isRefusal(answer) || isToday(answer), `${name}=${value}`, answer);
            }
            for (const value of bad) {
                const answer = await ask([name, value]);
                expect(blames(answer, name), `${name}=${value}`, answer);
            }
            const [one] = good;
            if (one !== undefined) {
                const answer = await ask([name, one], [name, one]);
                const isList = parameter.schema.type === 'array';
                expect(isList ? !isRefusal(answer) : blames(answer, name), `${name} twice`, answer);
            }
        }
        const unknown = await ask(['unasked', '1']);
        expect(blames(unknown, 'unasked'), 'unasked=1', unknown);
        assert.deepEqual(wrong, [], `as ${asked.who.name}`);
    });
}

/// RFC 4180.
function rowsOf(csv: string): string[][] {
    const rows: string[][] = [];
    const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
    let row: string[] = [];
    while (field.lastIndex < csv.length) {
        const [, text, end] = field.exec(csv) ?? assert.fail(`not CSV: ${csv.slice(0, 200)}`);
        row.push(text!.startsWith('"') ? text!.slice(1, -1).replaceAll('""', '"') : text!);
        if (end !== ',') {
            rows.push(row);
            row = [];
        }
    }
    return rows;
}

const isOfLists = ({responses}: Operation) => document.contentTypes(responses['200']).includes('text/csv');

for (const operation of document.operations.filter(isOfLists)) {
    test(`${operation.name} says the same as JSON, NDJSON and CSV`, async () => {
        const asked = await whoIsAnswered(operation);
        if (asked === undefined) {
            notAnswered.add(operation.name);
            return;
        }
        const ask = async (accept: string) => {
            const query = queryOf(leastQuery(operation));
            const answer = await routes.send(operation, asked.who, asked.body, query, accept);
            assert.equal(answer.status, 200, answer.body);
            hold(document, operation, answer);
            assert.ok(answer.headers.get('Content-Type')?.startsWith(accept), accept);
            return answer;
        };
        const json = await ask('application/json');
        const lines = (await ask('application/x-ndjson')).body.split('\n');
        assert.equal(lines.pop(), '', 'the last line ends');
        const list = lines.map((line) => JSON.parse(line));
        assert.ok(
            Object.values(json.json).some((member) => isDeepStrictEqual(member, list)),
            `${json.body.slice(0, 300)} has another list than ${lines[0]?.slice(0, 300)}`,
        );
        const rows = rowsOf((await ask('text/csv')).body);
        assert.equal(rows.length, list.length + 1);
        for (const row of rows) {
            assert.equal(row.length, rows[0]!.length);
            // A spreadsheet takes these for the beginning of a formula; numbers are none.
            assert.ok(row.every((cell) => !/^[=+@\t\r]|^-(?![0-9.]+$)/.test(cell)), row.join('|'));
        }
    });
}

test('all but what asks for a secret or for things to come was answered', () => {
    assert.deepEqual([...notAnswered].sort(), [...ofSecrets, ...ofThingsToCome].sort());
});
