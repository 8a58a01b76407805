// Employers and operators, with what their pages are about.

import assert from 'node:assert/strict';

import type {Browser} from 'playwright-core';

import {come, giveCredentials, newEmail} from './account.js';
import {type Visit, type Visitor} from './browser.js';
import {mailedSecret, password, timedCode} from './secrets.js';
import {sample, type Service} from './service.js';

const words = {
    en: {
        setUp: 'Set it up', digits: 'Six digits', on: 'Turn it on', kept: 'I have kept them',
        signedIn: 'Where you are signed in',
        needed: 'Your role needs a second step.', useRecovery: 'Use a recovery code', recovery: 'Recovery code',
        goOn: 'Continue',
    },
    fr: {
        setUp: 'La mettre en place', digits: 'Six chiffres', on: 'L’activer', kept: 'Je les ai gardés',
        signedIn: 'Où vous êtes en session',
        needed: 'Votre rôle exige une seconde étape.', useRecovery: 'Utiliser un code de secours',
        recovery: 'Code de secours', goOn: 'Continuer',
    },
};

/// Asks by a token of the operator's file, or that of an API token.
export async function askWith(service: Service, token: string | undefined, method: string, path: string, body?: object): Promise<any> {
    const response = await fetch(service.url + path, {
        method,
        headers: {
            Authorization: `Bearer ${token ?? ''}`,
            ...(body ? {'Content-Type': 'application/json'} : {}),
        },
        ...(body ? {body: JSON.stringify(body)} : {}),
    });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
}

export const askAs = (service: Service, who: string, method: string, path: string, body?: object): Promise<any> =>
    askWith(service, service.tokens.get(who), method, path, body);

/// Somebody who works here, signed in.
export interface Worker {
    visitor: Visitor;
    email: string;
    codes: string[]; ///< Recovery codes; each counts once.
}

/// Gives address and password for the first time, and sets up the second step that the role needs.
export async function beginSession(visitor: Visitor, email: string): Promise<Worker> {
    const say = words[visitor.lang];
    const {page} = visitor;
    await visitor.open('/sign-in');
    await giveCredentials(visitor, email);
    await page.getByText(say.needed).waitFor();
    await page.getByRole('button', {name: say.setUp}).click();
    await page.getByLabel(say.digits).fill(timedCode((await page.locator('.secret').textContent()) ?? ''));
    await page.getByRole('button', {name: say.on}).click();
    await page.getByRole('button', {name: say.kept}).waitFor();
    const codes = await page.locator('.codes li').allTextContents();
    await page.getByRole('button', {name: say.kept}).click();
    await page.getByRole('heading', {name: say.signedIn}).waitFor();
    return {visitor, email, codes};
}

/// In the dialog that asks for it, or on the page: the password, then a recovery code.
export async function signInAgain({visitor, email, codes}: Worker): Promise<void> {
    const say = words[visitor.lang];
    const {page} = visitor;
    const where = page.locator('dialog[open], main').filter({has: page.locator('input[type=password]')}).last();
    await where.locator('input[type=password]').waitFor();
    const address = where.locator('input[type=email]:not([hidden])');
    if ((await address.count()) > 0) {
        await address.fill(email);
    }
    await where.locator('input[type=password]').fill(password);
    await where.locator('button[type=submit]').click();
    await page.getByRole('button', {name: say.useRecovery}).click();
    await page.getByLabel(say.recovery).fill(codes.pop() ?? '');
    await page.getByRole('button', {name: say.goOn, exact: true}).click();
}

/// An operator, as the machine makes the first one.
export async function comeOperator(browser: Browser, service: Service, visit: Visit = {}): Promise<Worker> {
    const email = newEmail('operator');
    await service.makeAccount(email, 'operator', password);
    return beginSession(await come(browser, service, visit), email);
}

/// An employer who has signed up with this address.
export async function comeEmployer(browser: Browser, service: Service, email: string, name: string, visit: Visit = {}): Promise<Worker> {
    const answer = await fetch(`${service.url}/v1/accounts`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({email, password, role: 'employer', employer_name: name}),
    });
    assert.equal(answer.status, 202);
    const token = await mailedSecret(service, email);
    const confirmed = await fetch(`${service.url}/v1/accounts/verification`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({token, password}),
    });
    assert.ok(confirmed.ok);
    return beginSession(await come(browser, service, visit), email);
}

/// The same person at another width or in another language, in the same session.
export async function again({visitor}: Pick<Worker, 'visitor'>, browser: Browser, service: Service, visit: Visit): Promise<Visitor> {
    const other = await come(browser, service, visit);
    await other.context.addCookies(await visitor.context.cookies());
    await other.context.addInitScript(() => localStorage.setItem('jobscout.signed_in', 'true'));
    return other;
}

export interface OwnPosting {
    id: string;
    title: string;
    url: string;
    hiring_organization: string;
}

/// A posting with a link at a domain of its employer's own.
export async function postingOf(service: Service, q: string): Promise<OwnPosting> {
    const answer = await fetch(`${service.url}/v1/postings?q=${encodeURIComponent(q)}&limit=20`);
    const {postings} = (await answer.json()) as {postings: OwnPosting[]};
    const posting = postings.find(({url}) => /^https:\/\/[^/]*\.example\//.test(url));
    assert.ok(posting, `no posting of ${q}`);
    return posting;
}

/// A reviewer says that every claim that waits is right.
export async function acceptClaims(service: Service): Promise<void> {
    const {items} = await askAs(service, 'reviewer-1', 'GET', '/v1/reviews/claims');
    for (const {id} of items) {
        await askAs(service, 'reviewer-1', 'POST', `/v1/reviews/claims/${id}/decisions`, {
            decision: 'accept',
            note: 'called back <b>twice</b>',
        });
    }
}

/// Somebody of deploy/sample, kept by the token of a program, who agrees to be shown to employers.
export async function shownCandidate(service: Service, name: string): Promise<string> {
    const {id} = await askAs(service, 'candidate-1', 'POST', '/v1/candidates', JSON.parse(sample(`${name}.json`)));
    await askAs(service, 'candidate-1', 'PUT', `/v1/candidates/${id}/consent`, {wording: 'employers_1'});
    return id;
}
