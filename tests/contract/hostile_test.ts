// What has broken other programs, in the place of every text of every body: it is read or refused as
// the document promises, and the service goes on. Bytes that are no UTF-8 are sent by
// tests/api/hostile_text_test.cpp.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {Document, type Json} from './document.js';
import {hold} from './people.js';
import {Routes} from './routes.js';
import {Service} from './service.js';
import {settle} from './world.js';

const texts = [
    "'", "''", '"', '\\', "\\'", "' OR '1'='1", "'; DROP TABLE candidate; --", '$1 $$ $tag$ :name ? %s %n {0}',
    'a\nb\r\nSet-Cookie: c', '\t\u0001\u001f\u007f', 'a\0b', '\0', '<script>alert(1)</script>{{name}}${x}',
    "=cmd|' /C calc'!A0", '../../etc/passwd', '\ud83d\udca9 \u202e\u05e9\u05dc\u05d5\u05dd e\u0301 \ufffe', '\ud800',
    'x'.repeat(60_000), '', ' ', 'NULL', '-1', '1e400', '٣', 'ﬃ', '\u00a0',
];

/// Of a body with more texts than this, each has only some of the texts in its place.
const textsOfAll = 8;

const service = await Service.start();
after(() => service.stop());
const document = await Document.read(`${service.url}/v1/openapi.json`);
const routes = new Routes(await settle(service));

type Replace = (text: string) => Json;

/// For every text in the value, the value with another in its place.
function places(value: Json): Replace[] {
    if (typeof value === 'string') {
        return [(text) => text];
    }
    if (Array.isArray(value)) {
        return value.flatMap((element, index) =>
            places(element).map((replace): Replace => (text) => value.map((one, at) => (at === index ? replace(text) : one))),
        );
    }
    return Object.entries(value ?? {}).flatMap(([name, member]) =>
        places(member as Json).map((replace): Replace => (text) => ({
            ...(value as object), [name]: replace(text),
        })),
    );
}

for (const operation of document.operations) {
    const described = operation.body;
    if (described?.type !== 'application/json') {
        continue;
    }
    test(`${operation.name} reads or refuses whatever a text holds`, async () => {
        const who = await routes.whoReaches(operation);
        assert.ok(who, 'nobody of world.ts reaches the reader');
        const all = described.examples.flatMap(places);
        let next = 0;
        for (const replace of all) {
            const count = all.length <= textsOfAll ? texts.length : 3;
            for (let tried = 0; tried < count; tried += 1, next += 1) {
                const body = replace(texts[next % texts.length]!);
                const answer = await routes.send(operation, who, body);
                assert.ok(answer.status < 500, `${JSON.stringify(body).slice(0, 300)}: ${answer.body}`);
                hold(document, operation, answer);
            }
        }
    });
}

test('the service still answers', async () => {
    const [somebody] = routes.people;
    assert.equal((await somebody!.ask('GET', '/readyz')).status, 200);
    assert.equal((await somebody!.ask('GET', '/v1/postings?limit=1')).json.postings.length, 1);
});
