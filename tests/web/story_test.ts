// The whole of it, once through: from a source that an operator adds to an offer and what it adds.

import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, test} from 'node:test';

import {come, follow, giveCredentials, keepProfile, letRead, newEmail} from './account.js';
import {startBrowser, startService, type Visitor} from './browser.js';
import {acceptClaims, beginSession, comeOperator, type Worker} from './desk.js';
import {password} from './secrets.js';
import {sample} from './service.js';

const employerName = 'Quill Harbour Robotics (fictional)';
const domain = 'quill-harbour-robotics.example';
const title = 'Software Engineer, Tidal Robots';

/// The feed that the operator adds: a posting as its employer would publish it.
const [line = ''] = sample('feed/postings_en.ndjson').split('\n');
const posting = JSON.stringify({
    ...JSON.parse(line),
    identifier: {'@type': 'PropertyValue', name: 'quill', value: '7'},
    title,
    hiringOrganization: {'@type': 'Organization', name: employerName},
    url: `https://${domain}/jobs/7`,
    description: 'Design and test the software that steers robots below the tides of the Bay of Fundy.',
});
const publisher = createServer((request, response) => {
    const isFeed = request.url === '/postings.ndjson';
    response.writeHead(isFeed ? 200 : 404, {'Content-Type': 'application/x-ndjson'});
    response.end(isFeed ? `${posting}\n` : '');
});
await new Promise<void>((listening) => publisher.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}`;

const service = await startService();
const browser = await startBrowser();
service.watch(JSON.stringify({user_agent: 'jobscout-test', private_origins: [origin], sources: []}));
after(async () => {
    await browser.close();
    await service.stop();
    publisher.close();
});

/// Chooses the password of an account by the link that was mailed, and signs in.
async function arrive(email: string): Promise<Worker> {
    const visitor = await come(browser, service);
    await follow(visitor, service, email);
    await visitor.page.getByLabel('New password').fill(password);
    await visitor.page.getByRole('button', {name: 'Choose this password'}).click();
    await visitor.page.getByRole('heading', {name: 'Your password is changed'}).waitFor();
    return beginSession(visitor, email);
}

/// Signs up on the page, as whoever it is, and confirms the address.
async function signUp(visitor: Visitor, email: string, employer?: string): Promise<void> {
    const {page} = visitor;
    await visitor.open(employer === undefined ? '/sign-up' : '/sign-up?for=employer');
    if (employer !== undefined) {
        await page.getByLabel('Name of the organization').fill(employer);
    }
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', {exact: true}).fill(password);
    await page.getByLabel(/^I agree that this service/).check();
    await page.getByRole('button', {name: 'Create the account'}).click();
    await page.getByRole('heading', {name: 'Look into your mail'}).waitFor();
    await follow(visitor, service, email);
    await page.getByLabel('Password', {exact: true}).fill(password);
    await page.getByRole('button', {name: 'Confirm'}).click();
    await page.getByRole('heading', {name: 'Your address is confirmed'}).waitFor();
}

test('from a source to an offer', async () => {
    // An operator adds a source, opens a firm, and invites its first advisor.
    const operator = (await comeOperator(browser, service)).visitor;
    await operator.open('/sources');
    await operator.page.getByLabel('Name', {exact: true}).fill('quill');
    await operator.page.getByLabel('Address', {exact: true}).fill(`${origin}/postings.ndjson`);
    await operator.page.getByRole('button', {name: 'Add the source'}).click();
    await operator.page.getByText('quill is added.').waitFor();
    const row = operator.page.getByRole('row').filter({hasText: 'quill'});
    await row.getByText('Succeeded').waitFor();
    await operator.isAccessible('a source that ran');
    await operator.open('/runs?source=quill');
    await operator.page.getByRole('row').filter({hasText: 'Done'}).first().waitFor();
    await operator.open('/accounts');
    const advisorEmail = newEmail('advisor');
    await operator.page.getByLabel('Name of the firm').fill('Maple Advisors (fictional)');
    await operator.page.getByRole('button', {name: 'Open it'}).click();
    await operator.page.getByText('Maple Advisors (fictional) is open.').waitFor();
    await operator.page.getByLabel('E-mail address of the advisor').fill(advisorEmail);
    await operator.page.getByRole('button', {name: 'Invite', exact: true}).click();
    await operator.page.getByText(`${advisorEmail} is invited.`).waitFor();

    // The posting came in and is verified.
    const candidate = await come(browser, service, {person: 'candidate'});
    const {page} = candidate;
    await candidate.open('/matches?q=employer:quill');
    const match = page.locator('.match').filter({hasText: title});
    while ((await match.count()) === 0) {
        await candidate.open('/matches?q=employer:quill'); // Until it is in memory; the test has its time.
    }
    await match.getByRole('button', {name: /^Verified/}).waitFor();

    // A candidate registers, keeps the profile, saves the match, and gives it to an advisor.
    const email = newEmail('asha');
    await signUp(candidate, email);
    await candidate.open('/sign-in');
    await giveCredentials(candidate, email);
    await page.waitForURL(/\/account$/);
    await keepProfile(candidate);
    await candidate.open('/matches?q=employer:quill');
    await match.getByRole('button', {name: 'Save', exact: true}).click();
    await candidate.open('/matches?show=saved');
    await match.getByRole('link', {name: title}).click();
    await page.getByRole('link', {name: 'Prepare an application'}).waitFor();
    const id = /\/postings\/(\d+)/.exec(page.url())?.[1] ?? '';
    await page.getByRole('link', {name: 'Prepare an application'}).click();
    await page.getByRole('button', {name: 'Begin the draft'}).click();
    await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
    const application = new URL(page.url()).pathname.replace(/^\/en/, '');
    await candidate.open('/privacy');
    const consent = (heading: string) => page.locator('section.panel').filter({has: page.getByRole('heading', {name: heading})});
    await consent('Being shown to employers').getByRole('button', {name: 'I agree to be shown'}).click();
    await consent('Being shown to employers').getByText('Agreed.').waitFor();
    await letRead(candidate);
    await consent('Advisors who may read your profile').locator('.records b').waitFor();
    await candidate.open(application);
    await page.getByRole('button', {name: /^Give to an advisor/}).click();
    await page.getByText('With an advisor').first().waitFor();

    // The advisor builds the package and approves it.
    const advisor = (await arrive(advisorEmail)).visitor;
    await advisor.open(application);
    await advisor.page.getByRole('button', {name: 'Build a package'}).click();
    await advisor.page.locator('progress').waitFor();
    await service.mailTo(advisorEmail); // The worker does what waits.
    await advisor.page.locator('.sentence').first().waitFor();
    await advisor.isAccessible('a package that is built');
    await advisor.page.getByRole('button', {name: 'Approve'}).click();
    await advisor.page.locator('.builder > header .state-approved').waitFor();

    // The candidate downloads it, and marks it sent.
    await candidate.open(application);
    const coming = page.waitForEvent('download');
    await page.locator('.package a[href$="/archive"]').first().click();
    assert.match((await coming).suggestedFilename(), /\.zip$/);
    await page.getByRole('button', {name: /^I have sent it/}).click();
    await page.getByRole('button', {name: /^An offer came/}).waitFor();

    // The employer, whom a reviewer knows, sees somebody without a name, and is interested.
    const employer = await come(browser, service);
    const hr = `hr@${domain}`;
    await signUp(employer, hr, employerName);
    await beginSession(employer, hr);
    await employer.open('/employer');
    await employer.page.getByLabel(/^Words of the title/).fill(id);
    await employer.page.getByRole('button', {name: 'Find'}).click();
    await employer.page.getByRole('button', {name: `This is mine: ${title}`}).click();
    await employer.page.getByText('Waits for a reviewer').waitFor();
    await acceptClaims(service);
    await employer.page.reload();
    await employer.page.getByRole('link', {name: /^Candidates who fit/}).click();
    const card = employer.page.locator('.candidate');
    await card.getByRole('button', {name: /^Interested/}).click();
    const dialog = employer.page.getByRole('dialog');
    await dialog.getByLabel('Because of').selectOption('experience');
    await dialog.getByRole('button', {name: 'Say it'}).click();
    await card.getByText('that you are interested').waitFor();
    assert.doesNotMatch((await employer.page.locator('main').textContent()) ?? '', /Asha|asha@/);
    await card.getByRole('button', {name: /^Invite to say/}).click();
    await dialog.getByLabel(/^Your words to them/).fill('Come and see our robots.');
    await dialog.getByRole('button', {name: 'Send the invitation'}).click();
    await card.getByText('can answer until').waitFor();

    // The candidate reads who invites, and agrees; the employer learns who it is.
    await candidate.open('/requests');
    const request = page.locator('.request');
    await request.getByText('Come and see our robots.').waitFor();
    await request.getByRole('button', {name: /^Yes/}).click();
    await request.getByText('You said yes').waitFor();
    await employer.page.reload();
    await card.getByRole('button', {name: /^Show name and contact/}).click();
    await card.getByText('asha@example.com').waitFor();
    await employer.isAccessible('name and contact');

    // An offer came: it is recorded, and the lift worked out under the rules of that day.
    await candidate.open(application);
    await page.getByRole('button', {name: /^An offer came/}).click();
    await page.getByLabel('Day it came').fill(new Date().toISOString().slice(0, 10));
    await page.getByRole('button', {name: 'Record the offer'}).click();
    const lifts = page.locator('section[aria-labelledby=offer] .lift');
    await lifts.nth(2).waitFor();
    assert.match((await lifts.allTextContents()).join('\n'), /Nov 16, 2022[^]*Mar 25, 2025[^]*Nov 3, 2026/);
    await candidate.isAccessible('the offer');
    for (const visitor of [operator, candidate, advisor, employer]) {
        assert.deepEqual(visitor.complaints.filter((one) => !/status of 40[14]/.test(one)), []);
        assert.deepEqual(visitor.elsewhere, []);
        await visitor.leave();
    }
});
