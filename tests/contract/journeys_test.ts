// The main journeys by the client that openapi-typescript makes of the document. The types are the
// document's, every answer is held against it, and none of this knows the service otherwise.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import createClient from 'openapi-fetch';

import type {paths} from './api.js';
import {Document} from './document.js';
import {Person} from './people.js';
import {mailedSecret, password} from './secrets.js';
import {sample, Service} from './service.js';

const service = await Service.start();
after(() => service.stop());
const document = await Document.read(`${service.url}/v1/openapi.json`);

/// A client for somebody who signs in, or has a token of the operator's file.
function clientFor(name: string) {
    const person = new Person(name, service, service.tokens.get(name));
    const client = createClient<paths>({baseUrl: service.url, fetch: person.fetch});
    client.use({
        async onResponse({request, schemaPath, response}) {
            const method = request.method.toLowerCase();
            const operation = document.operations.find(
                (one) => one.path === schemaPath && one.method === method,
            );
            assert.ok(operation, `${method} ${schemaPath}`);
            const type = response.headers.get('Content-Type') ?? '';
            const body = /json/.test(type) ? await response.clone().text() : '';
            assert.equal(
                document.objectionsToAnswer(operation, response.status, type, body), '', operation.name,
            );
            return undefined;
        },
    });
    return {...client, person};
}

/// What an answer says in JSON, which is no refusal.
function dataOf<T>(answer: {
    data?: T;
    error?: unknown;
    response: Response;
}): Exclude<T, string | undefined> {
    assert.ok(answer.response.ok, `${answer.response.status} ${JSON.stringify(answer.error)}`);
    return answer.data as Exclude<T, string | undefined>;
}

async function registered(
    email: string,
    rest: {role?: 'employer'; employer_name?: string} = {},
) {
    const client = clientFor(email);
    dataOf(await client.POST('/v1/accounts', {body: {email, password, ...rest}}));
    const early = await client.POST('/v1/sessions', {body: {email, password}});
    assert.equal(early.response.status, 401, 'the address is not confirmed');
    const token = await mailedSecret(service, email);
    dataOf(await client.POST('/v1/accounts/verification', {body: {token, password}}));
    const session = dataOf(await client.POST('/v1/sessions', {body: {email, password}}));
    const forged = await client.POST('/v1/saved-searches', {body: {name: 'x', query: {q: 'x'}}});
    assert.equal(forged.response.status, 403, 'without the token against requests of other sites');
    client.person.csrfToken = session.csrf_token;
    return {...client, session};
}

const document1 = JSON.parse(sample('candidate.json'));
const candidate = await registered('asha@mail.example');
const stored = dataOf(await candidate.POST('/v1/candidates', {body: document1}));
const self = {params: {path: {id: stored.id}}};

test('a candidate signs in, and is who registered', async () => {
    assert.equal(candidate.session.stage, 'whole');
    const account = dataOf(await candidate.GET('/v1/accounts/me'));
    assert.equal(account.email, 'asha@mail.example');
    assert.equal(account.role, 'candidate');
});

test('a candidate stores a profile, reads it back and replaces it once', async () => {
    const read = await candidate.GET('/v1/candidates/{id}', self);
    assert.deepEqual(read.data, document1);
    const headers = {'If-Match': read.response.headers.get('ETag') ?? ''};
    const body = {...document1, dependants: 1};
    dataOf(await candidate.PUT('/v1/candidates/{id}', {...self, body, headers}));
    const again = await candidate.PUT('/v1/candidates/{id}', {...self, body, headers});
    assert.equal(again.response.status, 412);
    const stranger = await clientFor('candidate-1').GET('/v1/candidates/{id}', self);
    assert.equal(stranger.response.status, 404);
});

test('a candidate is shown matches with the lift under each rule set', async () => {
    const answer = dataOf(
        await candidate.GET('/v1/candidates/{id}/matches', {
            params: {...self.params, query: {limit: 20, lang: 'fr', explain: true}},
        }),
    );
    assert.ok(answer.matches.length > 5);
    assert.ok(answer.matches.every((match) => 'prospects' in match));
    const points = answer.matches.flatMap((match) =>
        match.lift.filter(({role}) => role === 'basis').map((lift) => lift.points),
    );
    assert.ok(points.includes(50) && points.includes(0), String(points));
    for (const {fit, lift} of answer.matches) {
        assert.equal(fit.parts.reduce((sum, part) => sum + part.points, 0), fit.total);
        assert.ok(lift.some(({role}) => role === 'reported'));
    }
});

test('a candidate sees the evidence of a posting, and asks what its offer would add', async () => {
    const page = dataOf(
        await candidate.GET('/v1/postings', {params: {query: {q: 'software', limit: 1}}}),
    );
    const path = {id: Number(page.postings[0]?.id)};
    const evidence = dataOf(await candidate.GET('/v1/postings/{id}/evidence', {params: {path}}));
    assert.equal(evidence.state, 'verified');
    assert.ok(evidence.checks.length > 20);
    const lift = dataOf(
        await candidate.POST('/v1/postings/{id}/lift', {params: {path}, body: document1}),
    );
    assert.equal(lift.match.posting.id, page.postings[0]?.id);
});

test('a candidate saves a search and opens its feed', async () => {
    const body = {name: 'Matches', candidate: stored.id, order: 'lift' as const};
    const saved = dataOf(await candidate.POST('/v1/saved-searches', {body}));
    assert.equal(saved.order, 'lift');
    const path = {id: saved.id};
    const {feed} = dataOf(
        await candidate.POST('/v1/saved-searches/{id}/feed', {params: {path}, body: {lang: 'fr'}}),
    );
    const atom = await fetch(service.url + feed);
    assert.match(await atom.text(), /<feed /);
    const {items} = dataOf(await candidate.GET('/v1/saved-searches'));
    assert.deepEqual(items.map(({id, feed: open}) => [id, open]), [[saved.id, true]]);
});

test('an advisor reads and replaces the profile while the candidate lets the firm', async () => {
    const advisor = clientFor('advisor-1');
    const operator = clientFor('operator-1');
    const unseen = await advisor.GET('/v1/candidates/{id}', self);
    assert.equal(unseen.response.status, 404);
    // The advisor of the operator's file is of a firm that is not in the database; this one is.
    const {id: firm} = dataOf(await operator.POST('/v1/firms', {body: {name: 'Firm (fictional)'}}));
    const email = 'advisor@mail.example';
    const invited = {params: {path: {id: firm}}, body: {email, language: 'en' as const}};
    dataOf(await operator.POST('/v1/firms/{id}/advisors', invited));
    const client = clientFor(email);
    const token = await mailedSecret(service, email);
    dataOf(await client.PUT('/v1/password-resets', {body: {token, password}}));
    const session = dataOf(await client.POST('/v1/sessions', {body: {email, password}}));
    client.person.csrfToken = session.csrf_token;
    await setUpSecondFactor(client);

    const consent = {params: {path: {id: stored.id, firm}}};
    const body = {wording: 'firm_1', may_replace: true};
    dataOf(await candidate.PUT('/v1/candidates/{id}/firms/{firm}', {...consent, body}));
    const clients = dataOf(await client.GET('/v1/advisor/candidates'));
    assert.deepEqual(clients.items.map((one) => one.candidate), [stored.id]);
    const read = dataOf(await client.GET('/v1/candidates/{id}', self));
    dataOf(await client.PUT('/v1/candidates/{id}', {...self, body: {...read, dependants: 2}}));
    const views = dataOf(await candidate.GET('/v1/candidates/{id}/views', self));
    assert.ok(views.items.length > 0, 'the candidate sees who has read it');

    const withdrawn = await candidate.DELETE('/v1/candidates/{id}/firms/{firm}', consent);
    assert.equal(withdrawn.response.status, 204);
    assert.equal((await client.GET('/v1/candidates/{id}', self)).response.status, 404);
});

async function setUpSecondFactor(client: ReturnType<typeof clientFor>): Promise<void> {
    const begun = dataOf(await client.POST('/v1/accounts/me/second-factor', {body: {}}));
    const code = client.person.code(begun.secret);
    const whole = dataOf(await client.PUT('/v1/accounts/me/second-factor', {body: {code}}));
    assert.equal(whole.session.stage, 'whole');
    client.person.csrfToken = whole.session.csrf_token;
}

test('an employer claims a posting, finds a candidate and learns who it is with their yes', async () => {
    const page = dataOf(
        await candidate.GET('/v1/postings', {params: {query: {q: 'title:software'}}}),
    );
    const posting = page.postings.find(({url}) => /^https:\/\/[^/]*\.example\//.test(url ?? ''));
    assert.ok(posting?.url);
    const employer = await registered(`hr@${new URL(posting.url).hostname}`, {
        role: 'employer',
        employer_name: posting.hiring_organization ?? '',
    });
    assert.equal(employer.session.stage, 'second_factor_to_set_up');
    await setUpSecondFactor(employer);
    const own = {params: {path: {id: Number(posting.id)}}};
    const claim = dataOf(await employer.POST('/v1/postings/{id}/claim', {...own, body: {}}));
    const early = await employer.GET('/v1/postings/{id}/candidates', own);
    assert.equal(early.response.status, 404, 'a claim alone shows nobody');
    dataOf(
        await clientFor('reviewer-1').POST('/v1/reviews/claims/{claim}/decisions', {
            params: {path: {claim: Number(claim.id)}},
            body: {decision: 'accept', note: 'called back by their switchboard'},
        }),
    );

    dataOf(
        await candidate.PUT('/v1/candidates/{id}/consent', {...self, body: {wording: 'employers_1'}}),
    );
    const {candidates} = dataOf(await employer.GET('/v1/postings/{id}/candidates', own));
    const one = {params: {path: {...own.params.path, alias: candidates[0]?.alias ?? ''}}};
    const interest = '/v1/postings/{id}/candidates/{alias}/interest';
    const said = {interested: true, reason: 'experience' as const, words: 'five years of it'};
    dataOf(await employer.PUT(interest, {...one, body: said}));
    const asked = '/v1/postings/{id}/candidates/{alias}/agreement';
    dataOf(await employer.POST(asked, {...one, body: {}}));
    const contact = '/v1/postings/{id}/candidates/{alias}/contact';
    assert.equal((await employer.GET(contact, one)).response.status, 404);

    const interests = dataOf(await candidate.GET('/v1/candidates/{id}/interests', self));
    assert.equal(interests.items[0]?.words, 'five years of it');
    const {items} = dataOf(await candidate.GET('/v1/candidates/{id}/agreements', self));
    dataOf(
        await candidate.PUT('/v1/candidates/{id}/agreements/{request}', {
            params: {path: {id: stored.id, request: Number(items[0]?.id)}},
            body: {agreed: true, wording: 'contact_1'},
        }),
    );
    assert.equal(dataOf(await employer.GET(contact, one)).email, 'asha@example.com');
});

test('an operator finds out why a record is not served, and by which rules and lists it was judged', async () => {
    const operator = clientFor('operator-1');
    const refused = await clientFor('reviewer-1').GET('/v1/operator/sources');
    assert.equal(refused.response.status, 403);
    const sources = dataOf(await operator.GET('/v1/operator/sources'));
    const faulty = sources.items.find((one) => one.records_kept_aside > 0);
    assert.ok(faulty, 'the record that the service was started with');
    const source = faulty.posting_source;
    const runs = dataOf(await operator.GET('/v1/operator/runs', {params: {query: {outcome: 'done'}}}));
    const reasons = dataOf(await operator.GET('/v1/operator/quarantine/reasons', {params: {query: {source}}}));
    assert.ok(reasons.items.some(({kind}) => kind === 'record'));
    const {items} = dataOf(await operator.GET('/v1/operator/quarantine', {params: {query: {source, kind: 'record'}}}));
    assert.ok(items[0]);
    assert.ok(runs.items.some(({id}) => id === items[0]?.run_id));
    const whole = dataOf(
        await operator.GET('/v1/operator/quarantine/{id}', {
            params: {path: {id: Number(items[0].id)}},
        }),
    );
    assert.equal(whole.record.text.trim(), '{"title": <b>');
    const rules = dataOf(await operator.GET('/v1/operator/rules'));
    assert.ok(rules.items.some(({kind, in_use}) => kind === 'scam_rules' && in_use));
    const references = dataOf(await operator.GET('/v1/operator/references'));
    assert.ok(references.checks.some(({state}) => state === 'no_list'));
});

test('a candidate takes everything out, and goes', async () => {
    const query = {format: 'json_resume' as const};
    const resume = dataOf(
        await candidate.GET('/v1/candidates/{id}/export', {params: {...self.params, query}}),
    );
    const imported = dataOf(
        await candidate.POST('/v1/candidates/import', {body: resume as {[name: string]: never}}),
    );
    assert.ok(imported.complete);
    const archive = await candidate.GET('/v1/candidates/{id}/export', {...self, parseAs: 'arrayBuffer'});
    assert.equal(archive.response.headers.get('Content-Type'), 'application/zip');
    assert.equal(Buffer.from(archive.data as ArrayBuffer).toString('latin1', 0, 2), 'PK');
    dataOf(await candidate.DELETE('/v1/candidates/{id}', self));
    assert.equal((await candidate.GET('/v1/candidates/{id}', self)).response.status, 404);
    const ended = await candidate.DELETE('/v1/sessions/current');
    assert.equal(ended.response.status, 204);
    assert.equal((await candidate.GET('/v1/accounts/me')).response.status, 401);
});
