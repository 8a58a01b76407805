// What employers ask of a person and say of them: read, answered, taken back, and looked at by somebody.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {askAs, candidateOf, comeSignedIn, readAs, toldFrom} from './account.js';
import {comeEmployer} from './asking_employer.js';
import {languages, startBrowser, startService, type Language, type Visitor} from './browser.js';
import {password} from './secrets.js';

const service = await startService();
const browser = await startBrowser();
const {posting, meet} = await comeEmployer(browser, service);
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        waits: /1 employer waits/, yes: /^Yes/, back: 'Take the yes back', no: 'No', why: /^Why not/, decline: 'Decline',
        saidYes: 'You said yes', saidNo: 'You said no', open: 'Not answered yet', madeOn: /^What it was made on/,
        look: 'Ask for a person to look again', know: /^What they should know/, send: 'Ask for it', waitsToo: 'waits for a reviewer',
        ended: 'Your session has ended', signIn: 'Sign in', password: 'Password',
    },
    fr: {
        waits: /1 employeur attend/, yes: /^Oui/, back: 'Revenir sur ce oui', no: 'Non', why: /^Pourquoi non/, decline: 'Décliner',
        saidYes: 'Vous avez dit oui', saidNo: 'Vous avez dit non', open: 'Pas encore de réponse', madeOn: /^Sur quoi/,
        look: 'Demander qu’une personne y regarde de nouveau', know: /^Ce qu’elle devrait savoir/, send: 'Le demander',
        waitsToo: 'attend une réponse', ended: 'Votre session a pris fin', signIn: 'Se connecter', password: 'Mot de passe',
    },
};

const hostile = 'Come & see <img src=x onerror="window.ran=1">\n\u202emoc.live';

/// Of the parts of a fit, those that an employer is shown: what somebody wishes is none of its business.
const shownParts = 8;

/// Somebody who lets employers see them, and the employer who does.
async function comeShown(lang: Language, width?: number) {
    const {visitor} = await comeSignedIn(browser, service, {lang, person: 'candidate', ...(width ? {width} : {})});
    const candidate = await candidateOf(visitor);
    await toldFrom(visitor, 'PUT', `/v1/candidates/${candidate}/consent`, {wording: 'employers_1'});
    return {visitor, candidate, about: await meet()};
}

const isNothingRun = async ({page}: Visitor) => {
    assert.equal(await page.evaluate(() => (window as unknown as {ran?: number}).ran), undefined);
    assert.equal(await page.locator('main img').count(), 0);
};

for (const lang of languages) {
    test(`an employer's question is answered, and the answer taken back, in ${lang}`, async () => {
        const say = words[lang];
        const {visitor, candidate, about} = await comeShown(lang);
        const {page} = visitor;
        await visitor.open('/requests');
        assert.equal(await page.locator('.request').count(), 0);
        await visitor.isAccessible(`nobody asked ${lang}`);
        await about('POST', '/agreement', {});
        await visitor.open('/requests');
        // Told on every page, beside the way to the account.
        await page.locator('.account-link .badge', {hasText: '1'}).waitFor();
        const request = page.locator('.request');
        await request.getByText(say.open).waitFor();
        assert.ok(((await page.locator('.wording').textContent()) ?? '').length > 100);
        await visitor.isAccessible(`asked ${lang}`);
        await request.getByRole('button', {name: say.yes}).click();
        await request.getByText(say.saidYes).waitFor();
        await page.locator('.account-link .badge').waitFor({state: 'detached'});
        assert.equal((await about('GET', '/contact')).email, 'asha@example.com');
        await request.getByRole('button', {name: say.back}).click();
        await request.getByText(say.saidNo).waitFor();
        await assert.rejects(about('GET', '/contact'));
        const {items} = await toldFrom(visitor, 'GET', `/v1/candidates/${candidate}/agreements`);
        assert.deepEqual([items.length, items[0].agreed], [1, false]);
        assert.deepEqual(visitor.complaints, []);
        await visitor.leave();
    });

    test(`an invitation is seen at the applications and declined with a reason, in ${lang}`, async () => {
        const say = words[lang];
        const {visitor, about} = await comeShown(lang);
        const {page} = visitor;
        await about('POST', '/agreement', {});
        await about('PUT', '/interest', {interested: true, reason: 'experience', words: hostile});
        await about('POST', '/invitation', {message: hostile});
        await visitor.open('/applications');
        const asked = page.locator('.asked', {hasText: say.waits});
        await visitor.isAccessible(`board with an invitation ${lang}`);
        await asked.getByRole('link').click();
        await page.waitForURL(/\/requests$/);
        const request = page.locator('section[aria-labelledby=asked] .request');
        assert.equal(await request.locator('.said').textContent(), hostile);
        await isNothingRun(visitor);
        await request.getByRole('button', {name: say.no, exact: true}).click();
        const why = request.getByLabel(say.why);
        assert.equal(await why.evaluate((field) => field === document.activeElement), true);
        await why.fill('a'.repeat(301));
        await request.getByRole('button', {name: say.decline}).click();
        await request.locator('.field-error').waitFor();
        await why.fill('I have found work');
        // A session that ends in the middle loses nothing of it.
        await visitor.context.clearCookies({name: 'jobscout'});
        await request.getByRole('button', {name: say.decline}).click();
        const dialog = page.getByRole('dialog', {name: say.ended});
        await dialog.getByLabel(say.password, {exact: true}).fill(password);
        await dialog.getByRole('button', {name: say.signIn, exact: true}).click();
        await request.getByText(say.saidNo).waitFor();
        assert.equal(await request.locator('q').textContent(), 'I have found work');
        await visitor.isAccessible(`declined ${lang}`);
        await request.getByRole('button', {name: say.yes}).click();
        await request.getByText(say.saidYes).waitFor();
        await page.setViewportSize({width: 320, height: 800});
        await visitor.fits(`requests ${lang}`);
        await visitor.leave();
    });

    test(`what an employer said is read with what it was made on, and looked at again, in ${lang}`, async () => {
        const say = words[lang];
        const {visitor, about} = await comeShown(lang);
        const {page} = visitor;
        await about('PUT', '/interest', {interested: false, reason: 'licence', words: hostile});
        await visitor.open('/requests');
        const said = page.locator('section[aria-labelledby=said] .request');
        await said.locator('h3', {hasText: posting.hiring_organization}).waitFor();
        assert.equal(await said.locator('.said').textContent(), hostile);
        await isNothingRun(visitor);
        await said.locator('summary', {hasText: say.madeOn}).click();
        assert.equal(await said.locator('.parts tr').count(), shownParts);
        await visitor.isAccessible(`said ${lang}`);
        await said.getByRole('button', {name: say.look}).click();
        await said.getByLabel(say.know).fill('I have the licence since May.');
        // A failure keeps what was typed.
        await page.route('**/review*', (route) => route.abort());
        await said.getByRole('button', {name: say.send}).click();
        await said.getByRole('alert').waitFor();
        await page.unroute('**/review*');
        await said.getByRole('button', {name: say.send}).click();
        await said.getByText(say.waitsToo).waitFor();

        const waiting = await readAs(service, 'reviewer-1', '/v1/reviews/interests');
        const {id} = waiting.items[0];
        await askAs(service, 'reviewer-1', `/v1/reviews/interests/${id}/answer`, {answer: hostile});
        await page.reload();
        await visitor.settle();
        await said.locator('.review .said').nth(1).waitFor();
        assert.equal(await said.locator('.review .said').nth(1).textContent(), hostile);
        await isNothingRun(visitor);
        await visitor.isAccessible(`answered ${lang}`);
        await page.setViewportSize({width: 320, height: 800});
        await visitor.fits(`what was said ${lang}`);
        assert.deepEqual(visitor.elsewhere, []);
        await visitor.leave();
    });
}
