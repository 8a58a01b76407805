// For every body that the document describes: what its schema allows, the reader behind the route
// takes, and nothing else. ajv has the document's word, the answer of the real service the reader's.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {bodiesFor, type Body, type Path} from './bodies.js';
import {Document, type Operation} from './document.js';
import {hold, type Answer, type Person} from './people.js';
import {nameOf, refusalsBeyondSchemas} from './refusals.js';
import {isRefusal, Routes} from './routes.js';
import {Service} from './service.js';
import {settle} from './world.js';

/// Made as a whole, of each schema.
const wholeBodies = 60;
/// Of the changes in a schema that another route has been sent all of.
const oneIn = 25;
const refusedAtOnce = 8;

const service = await Service.start();
after(() => service.stop());
const document = await Document.read(`${service.url}/v1/openapi.json`);
const routes = new Routes(await settle(service));

/// What a problem says is wrong, by its JSON Pointer, as a path.
function named({json}: Answer): Path {
    const parts = ((json.pointer ?? '') as string).split('/').slice(1);
    return parts
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/// A refusal of what is wrong at `path` names it, something in it, or what stands beside it and has
/// to fit it.
function names(answer: Answer, path: Path): boolean {
    const said = named(answer);
    return path.slice(0, -1).every((part, index) => index >= said.length || said[index] === part);
}

async function disagreement(
    operation: Operation,
    who: Person,
    body: Body,
    seen: {exactly: number},
): Promise<string | undefined> {
    const answer = await routes.send(operation, who, body.value);
    const told = `${body.what}: ${answer.status} ${answer.body.slice(0, 300)}`;
    if (answer.status === 413) {
        return undefined; // Whatever it says, it is too long to be read.
    }
    if (answer.status >= 500) {
        return `fails: ${told}`;
    }
    hold(document, operation, answer);
    const objections = document.objections(operation.body!.place, body.value);
    if (isRefusal(answer)) {
        if (objections === '') {
            const reason = refusalsBeyondSchemas.find((one) =>
                one.test(`${nameOf(answer.json)}: ${answer.json.detail}`),
            );
            if (reason === undefined) {
                return `allowed, and refused: ${told} for ${JSON.stringify(body.value).slice(0, 1500)}`;
            }
            used.add(reason);
        } else if (body.changedAlone && !names(answer, body.path)) {
            return `refused for something else: ${told}`;
        }
        const isExact = JSON.stringify(named(answer)) === JSON.stringify(body.path);
        seen.exactly += body.path.length > 0 && isExact ? 1 : 0;
        return undefined;
    }
    return objections === '' ? undefined : `not allowed (${objections}), and taken: ${told}`;
}

async function each<T>(items: T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
    const waiting = items.values();
    const lane = async () => {
        for (const item of waiting) {
            await work(item);
        }
    };
    await Promise.all(Array.from({length: atOnce}, lane));
}

const sentInFull = new Set<string>();
const used = new Set<RegExp>();

for (const operation of document.operations) {
    const described = operation.body;
    if (described?.type !== 'application/json') {
        continue;
    }
    test(`${operation.name} takes what the document allows and nothing else`, async () => {
        const who = await routes.whoReaches(operation);
        assert.ok(who, `nobody of world.ts reaches the reader`);
        const isNew = (body: Body) => !body.under.some((address) => sentInFull.has(address));
        const bodies = bodiesFor(
            document, described.place, described.examples, wholeBodies,
        ).filter((body, index) => {
            const ofEveryRoute = index % oneIn === 0 || body.path[0] === 'unasked';
            return ofEveryRoute || isNew(body);
        });
        bodies.flatMap((body) => body.under).forEach((address) => sentInFull.add(address));
        const found: string[] = [];
        const seen = {exactly: 0};
        // What is refused changes nothing, so it comes first, in whatever order. The others follow one by one: of some
        // it depends on the one before whether they are taken.
        const isAllowed = (body: Body) => document.allows(described.place, body.value);
        const parts: [Body[], number][] = [
            [bodies.filter((one) => !isAllowed(one)), refusedAtOnce],
            [bodies.filter(isAllowed), 1],
        ];
        for (const [part, atOnce] of parts) {
            await each(part, atOnce, async (body) => {
                const difference = await disagreement(operation, who, body, seen);
                if (difference !== undefined) {
                    found.push(difference);
                }
            });
            assert.ok(part.length > 0, 'bodies of both kinds are tried');
        }
        assert.ok(seen.exactly > 0, 'refusals name what is wrong');
        const shown = found.slice(0, 15).join('\n');
        assert.equal(found.length, 0, `${found.length} of ${bodies.length}, as ${who.name}:\n${shown}`);
    });
}

test('every refusal beyond the schemas is one that happens', () => {
    const unused = refusalsBeyondSchemas.filter((one) => !used.has(one));
    assert.deepEqual(unused, []);
});
