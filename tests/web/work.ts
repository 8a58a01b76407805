// People who work here, and candidates beside them, each signed in by what their pages ask of the
// service; account.ts goes through the pages of signing in themselves.

import assert from 'node:assert/strict';

import type {Browser, BrowserContext} from 'playwright-core';

import {come, firmName, newEmail} from './account.js';
import {type Visit, type Visitor} from './browser.js';
import {mailedSecret, password, timedCode} from './secrets.js';
import {sample, type Service} from './service.js';

/// Asks as whoever is signed in in a window, or becomes so by it.
export class Caller {
    private csrfToken = '';

    constructor(
        readonly context: BrowserContext,
        private readonly service: Service,
    ) {}

    async ask(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<any> {
        const answer = await this.context.request.fetch(this.service.url + path, {
            method,
            headers: {...(this.csrfToken ? {'X-CSRF-Token': this.csrfToken} : {}), ...headers},
            ...(body ? {data: body} : {}),
        });
        const text = await answer.text();
        assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${text}`);
        const isJson = (answer.headers()['content-type'] ?? '').includes('json');
        const json = isJson && text !== '' ? JSON.parse(text) : undefined;
        this.csrfToken = json?.csrf_token ?? json?.session?.csrf_token ?? this.csrfToken;
        return json;
    }

    signIn = (email: string) => this.ask('POST', '/v1/sessions', {email, password});
}

export interface Worker {
    visitor: Visitor;
    caller: Caller;
    email: string;
    secret: string; ///< Of the second step.
}

/// Signed in for the first time, with the second step that the role needs.
async function begin(visitor: Visitor, service: Service, email: string): Promise<Worker> {
    const caller = new Caller(visitor.context, service);
    await caller.signIn(email);
    const {secret} = await caller.ask('POST', '/v1/accounts/me/second-factor', {});
    await caller.ask('PUT', '/v1/accounts/me/second-factor', {code: timedCode(secret)});
    await visitor.page.addInitScript(() => localStorage.setItem('jobscout.signed_in', 'true'));
    return {visitor, caller, email, secret};
}

const askAs = async (service: Service, who: string, path: string, body: object): Promise<any> => {
    const answer = await fetch(service.url + path, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', Authorization: `Bearer ${service.tokens.get(who)}`},
        body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return answer.json();
};

export const newFirm = async (service: Service): Promise<string> =>
    (await askAs(service, 'operator-1', '/v1/firms', {name: firmName})).id;

export async function comeAdvisorOf(browser: Browser, service: Service, firm: string, visit: Visit = {}): Promise<Worker> {
    const email = newEmail('advisor');
    await askAs(service, 'operator-1', `/v1/firms/${firm}/advisors`, {email, language: 'en'});
    const visitor = await come(browser, service, visit);
    const token = await mailedSecret(service, email);
    await new Caller(visitor.context, service).ask('PUT', '/v1/password-resets', {token, password});
    return begin(visitor, service, email);
}

export async function comeAs(browser: Browser, service: Service, role: 'operator' | 'reviewer', visit: Visit = {}): Promise<Worker> {
    const email = newEmail(role);
    await service.makeAccount(email, role, password);
    return begin(await come(browser, service, visit), service, email);
}

export interface Client {
    caller: Caller;
    candidate: string;
}

/// Somebody whose account keeps a profile; `resume`: what of it is not the sample's.
export async function newClient(browser: Browser, service: Service, resume: object = {}): Promise<Client> {
    const email = newEmail('client');
    const context = await browser.newContext();
    const caller = new Caller(context, service);
    await caller.ask('POST', '/v1/accounts', {email, password});
    await caller.ask('POST', '/v1/accounts/verification', {token: await mailedSecret(service, email), password});
    await caller.signIn(email);
    const document = JSON.parse(sample('candidate.json'));
    document.resume.basics = {...document.resume.basics, ...resume};
    const {id} = await caller.ask('POST', '/v1/candidates', document);
    return {caller, candidate: id};
}

/// The firm may read from now on.
export const letRead = ({caller, candidate}: Client, firm: string): Promise<any> =>
    caller.ask('PUT', `/v1/candidates/${candidate}/firms/${firm}`, {wording: 'firm_1'});

export async function postingsOf(service: Service, words: string): Promise<{id: string; title: string}[]> {
    const answer = await fetch(`${service.url}/v1/postings?q=${encodeURIComponent(words)}&limit=5`);
    return ((await answer.json()) as {postings: {id: string; title: string}[]}).postings;
}

/// What waits for a worker is done.
export const letWork = (service: Service) => service.mailTo('nobody@mail.example');

export const hostile = '<img src=x onerror="window.ran=1"> & \u202emoc.live';

/// Hostile words stayed words.
export async function ranNothing(visitor: Visitor): Promise<void> {
    assert.equal(await visitor.page.locator('main img').count(), 0);
    assert.equal(await visitor.page.evaluate(() => (window as unknown as {ran?: number}).ran), undefined);
}

/// What the browser complains of, but for answers that a test asks for.
export const complaintsOf = (visitor: Visitor): string[] =>
    visitor.complaints.filter((one) => !/status of (401|404|409|412)/.test(one));
