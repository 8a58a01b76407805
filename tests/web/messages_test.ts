// A person and a firm of advisors write to each other.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {askFrom, candidateOf, comeAdvisor, comeSignedIn, letRead} from './account.js';
import {startBrowser, startService} from './browser.js';
import {password} from './secrets.js';

const service = await startService();
const browser = await startBrowser();
const {advisor, firm} = await comeAdvisor(browser, service);
after(async () => {
    await browser.close();
    await service.stop();
});

const hostile = '<img src=x onerror="window.ran=1">\n\u202emoc.live';

test('a question about a posting reaches the advisor, and the answer its person', async () => {
    const {visitor} = await comeSignedIn(browser, service, {person: 'candidate'});
    const {page} = visitor;
    const id = await candidateOf(visitor);
    const {postings} = (await (await fetch(`${service.url}/v1/postings?q=title:software&limit=1`)).json()) as any;
    const posting = `/postings/${postings[0].id}`;
    await visitor.open(posting);
    await page.getByRole('heading', {name: 'Why it fits'}).waitFor();
    assert.equal(await page.getByRole('heading', {name: 'Ask my advisor'}).count(), 0);
    // Whoever has no advisor can let one read, in place.
    await page.locator('summary', {hasText: 'Ask an advisor'}).click();
    await letRead(visitor);
    const ask = page.locator('.ask');
    await ask.getByLabel(/question/).fill(`Is my licence enough? ${hostile}`);
    // A failure keeps what was typed, and it is written once.
    await page.route('**/v1/messages/**', (route) => route.abort());
    await ask.getByRole('button', {name: 'Send'}).click();
    await ask.getByRole('alert').waitFor();
    await page.unroute('**/v1/messages/**');
    await ask.getByRole('button', {name: 'Send'}).click();
    await ask.getByText('Sent.').waitFor();
    const answer = {words: `Yes. ${hostile}`};
    assert.equal(await askFrom(advisor, 'POST', `/v1/messages/${id}/${firm}`, answer), 201);

    await visitor.open('/messages');
    await page.getByText('1 new').waitFor();
    await page.locator('.records a').first().click();
    await page.locator('.message').nth(1).waitFor();
    assert.equal(await page.locator('.message').count(), 2);
    assert.equal(await page.locator('.message-words').nth(1).textContent(), `Yes. ${hostile}`);
    assert.equal(await page.locator('main img').count(), 0);
    assert.equal(await page.evaluate(() => (window as unknown as {ran?: number}).ran), undefined);
    await visitor.open('/messages');
    await page.getByText(/last written/).waitFor();
    await page.getByText('1 new').waitFor({state: 'detached'});

    // A session that ends while something is being written: it is kept and sent.
    await page.locator('.records a').first().click();
    await page.getByLabel('Your message').fill('Thank you');
    await visitor.context.clearCookies({name: 'jobscout'});
    await page.getByRole('button', {name: 'Send'}).click();
    const dialog = page.getByRole('dialog', {name: 'Your session has ended'});
    await dialog.getByLabel('Password', {exact: true}).fill(password);
    await dialog.getByRole('button', {name: 'Sign in', exact: true}).click();
    await page.locator('.message').nth(2).waitFor();
    assert.equal(await page.locator('.message-words').nth(2).textContent(), 'Thank you');
    await visitor.leave();
});
