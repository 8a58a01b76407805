// Every example of the document is what its schema allows, and the service answers it.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {Document} from './document.js';
import {hold} from './people.js';
import {nameOf} from './refusals.js';
import {Routes} from './routes.js';
import {Service} from './service.js';
import {settle} from './world.js';

/// What is wrong with an example that tells a secret, which nobody has, or an id.
const excused = [
    'answered_before', // By the example of the answer.
    'code_not_right',
    'link_not_valid',
    'no_offer_yet', // The application of world.ts is a draft.
    'not_found',
    'not_right',
    'password_not_right',
    'second_factor_is_off',
    'standing_not_of_role',
];

const service = await Service.start();
after(() => service.stop());
const document = await Document.read(`${service.url}/v1/openapi.json`);
const routes = new Routes(await settle(service));

for (const operation of document.operations) {
    const described = operation.body;
    if (described?.type !== 'application/json') {
        continue;
    }
    test(`${operation.name} is answered as its examples promise`, async () => {
        const who = await routes.whoReaches(operation);
        assert.ok(who, 'nobody of world.ts reaches the reader');
        assert.ok(described.examples.length > 0, 'its schema has no examples');
        for (const example of described.examples) {
            assert.equal(document.objections(described.place, example), '');
            const answer = await routes.send(operation, who, example);
            hold(document, operation, answer);
            assert.ok(
                answer.status < 300 || excused.includes(nameOf(answer.json)),
                `${JSON.stringify(example)}: ${answer.status} ${answer.body}`,
            );
        }
    });
}
