// People with an account, and what their pages are called.

import assert from 'node:assert/strict';

import type {Browser} from 'playwright-core';

import {Visitor, type Language, type Visit} from './browser.js';
import {mailedLink, mailedSecret, password, timedCode} from './secrets.js';
import type {Service} from './service.js';

let addresses = 0;

/// Each person asks from an address of their own: what slows down strangers is not what is tried.
const ownAddress = () => ({'X-Forwarded-For': `10.9.${(addresses += 1) >> 8}.${addresses & 255}`});

let people = 0;
export const newEmail = (name: string) => `${name}${(people += 1)}@mail.example`;

async function ask(service: Service, path: string, body: object, token?: string): Promise<any> {
    const response = await fetch(service.url + path, {
        method: 'POST',
        headers: {
            ...ownAddress(),
            'Content-Type': 'application/json',
            ...(token ? {Authorization: `Bearer ${token}`} : {}),
        },
        body: JSON.stringify(body),
    });
    const text = await response.text();
    assert.ok(response.ok, `${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
}

/// Does something by a token of the operator's file.
export const askAs = (service: Service, who: string, path: string, body: object): Promise<any> =>
    ask(service, path, body, service.tokens.get(who));

export const readAs = async (service: Service, who: string, path: string): Promise<any> =>
    (
        await fetch(service.url + path, {
            headers: {...ownAddress(), Authorization: `Bearer ${service.tokens.get(who)}`},
        })
    ).json();

/// An account whose address is confirmed.
export async function register(service: Service, name: string): Promise<string> {
    const email = newEmail(name);
    await registerAs(service, email, {});
    return email;
}

export async function registerAs(service: Service, email: string, rest: object): Promise<void> {
    await ask(service, '/v1/accounts', {email, password, ...rest});
    const token = await mailedSecret(service, email);
    await ask(service, '/v1/accounts/verification', {token, password});
}

export async function come(browser: Browser, service: Service, visit: Visit = {}): Promise<Visitor> {
    const visitor = await Visitor.come(browser, service, visit);
    await visitor.context.setExtraHTTPHeaders(ownAddress());
    return visitor;
}

const labels = {
    en: {email: 'E-mail address', password: 'Password', signIn: 'Sign in', keep: 'Keep it in my account'},
    fr: {
        email: 'Adresse électronique', password: 'Mot de passe', signIn: 'Se connecter',
        keep: 'Le conserver dans mon compte',
    },
};
export const labelsOf = (lang: Language) => labels[lang];

/// Opens the page of a mailed link, on the service of this test.
export async function follow(visitor: Visitor, service: Service, email: string): Promise<void> {
    const link = await mailedLink(service, email);
    await visitor.page.goto(service.url + link.pathname + link.hash);
    await visitor.settle();
}

/// Fills in the form of signing in, wherever it is.
export async function giveCredentials(visitor: Visitor, email: string, secret = password): Promise<void> {
    const say = labels[visitor.lang];
    const {page} = visitor;
    await page.getByLabel(say.email).fill(email);
    await page.getByLabel(say.password, {exact: true}).fill(secret);
    await page.locator('main form').getByRole('button', {name: say.signIn}).click();
}

/// By the page of signing in.
export async function signIn(visitor: Visitor, email: string): Promise<void> {
    await visitor.open('/sign-in');
    await giveCredentials(visitor, email);
    await visitor.page.waitForURL(/\/account$/);
    await visitor.settle();
}

/// The profile that stands in this browser goes into the account.
export async function keepProfile(visitor: Visitor): Promise<void> {
    await visitor.page.getByRole('button', {name: labels[visitor.lang].keep}).click();
    await visitor.page.getByRole('button', {name: labels[visitor.lang].keep}).waitFor({state: 'detached'});
}

/// Somebody signed in whose account keeps a profile of deploy/sample.
export async function comeSignedIn(browser: Browser, service: Service, visit: Visit): Promise<{visitor: Visitor; email: string}> {
    const email = await register(service, 'person');
    const visitor = await come(browser, service, visit);
    await signIn(visitor, email);
    if (visit.person !== undefined) {
        await keepProfile(visitor);
    }
    return {visitor, email};
}

/// What this browser keeps, by name.
export const keptHere = (visitor: Visitor): Promise<string[]> =>
    visitor.page.evaluate(() => Object.keys(localStorage).sort());

const firmFields = {
    en: {name: 'Name of the firm', agree: 'I agree'},
    fr: {name: 'Nom du cabinet', agree: 'J’accepte'},
};

/// In the form in which a firm is let read the profile, wherever it is.
export async function letRead(visitor: Visitor): Promise<void> {
    const {page} = visitor;
    const say = firmFields[visitor.lang];
    await page.getByRole('combobox', {name: say.name}).fill('maple');
    await page.getByRole('listbox').getByRole('option').first().click();
    await page.getByRole('button', {name: say.agree, exact: true}).click();
}

export const firmName = 'Maple <b>Advisors</b> (fictional)';

/// A firm that a person can let read.
export const openFirm = async (service: Service): Promise<string> =>
    (await askAs(service, 'operator-1', '/v1/firms', {name: firmName})).id;

/// An advisor of a firm of their own, who came by the link of a mail.
export async function comeAdvisor(browser: Browser, service: Service): Promise<{advisor: Visitor; firm: string}> {
    const email = newEmail('advisor');
    const firm = await openFirm(service);
    await askAs(service, 'operator-1', `/v1/firms/${firm}/advisors`, {email, language: 'en'});
    const advisor = await come(browser, service);
    const {page} = advisor;
    await follow(advisor, service, email);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', {name: 'Choose this password'}).click();
    await page.getByRole('heading', {name: 'Your password is changed'}).waitFor();
    await advisor.open('/sign-in');
    await giveCredentials(advisor, email);
    await page.getByText('Your role needs a second step.').waitFor();
    await advisor.isAccessible('second step to be set up');
    await page.getByRole('button', {name: 'Set it up'}).click();
    await page.getByLabel('Six digits').fill(timedCode((await page.locator('.secret').textContent()) ?? ''));
    await page.getByRole('button', {name: 'Turn it on'}).click();
    await page.getByRole('button', {name: 'I have kept them'}).click();
    await page.getByRole('heading', {name: 'Where you are signed in'}).waitFor();
    return {advisor, firm};
}

/// Asks the service from a page, as whoever is signed in there.
const answerFrom = ({page}: Visitor, method: string, path: string, body?: object): Promise<{status: number; text: string}> =>
    page.evaluate(
        async ([how, where, what]) => {
            const {session} = await (await fetch('/v1/accounts/me')).json();
            const headers = {'X-CSRF-Token': session?.csrf_token ?? '', 'Content-Type': 'application/json'};
            const answer = await fetch(where, {method: how, headers, ...(what ? {body: what} : {})});
            return {status: answer.status, text: await answer.text()};
        },
        [method, path, body ? JSON.stringify(body) : ''] as [string, string, string],
    );

/// The status of the answer.
export const askFrom = async (visitor: Visitor, method: string, path: string, body?: object): Promise<number> =>
    (await answerFrom(visitor, method, path, body)).status;

/// What is answered; throws where it is a refusal.
export async function toldFrom(visitor: Visitor, method: string, path: string, body?: object): Promise<any> {
    const {status, text} = await answerFrom(visitor, method, path, body);
    assert.ok(status < 300, `${method} ${path}: ${status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
}

/// The id of the profile, as the page asks for it.
export async function candidateOf(visitor: Visitor): Promise<string> {
    const asked = visitor.page.waitForRequest(/\/v1\/candidates\/[0-9a-f-]+\/consent/);
    await visitor.open('/privacy');
    return new URL((await asked).url()).pathname.split('/')[3] ?? '';
}
