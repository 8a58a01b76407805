// Saved searches: from what the list shows to what is found, its feed, and the way to mail settings.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {comeSignedIn, giveCredentials, register} from './account.js';
import {languages, startBrowser, startService, Visitor} from './browser.js';
import {password} from './secrets.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        save: 'Save this search', name: 'Name', saveIt: 'Save', to: 'Saved searches', feed: 'Make a feed',
        address: 'Address of the feed', close: 'Close the feed', consent: /digest by e-mail/,
        remove: /^Remove (?!it)/, removeYes: 'Remove it', watch: 'Watch for new postings', found: /What was found/,
    },
    fr: {
        save: 'Enregistrer cette recherche', name: 'Nom', saveIt: 'Enregistrer', to: 'Recherches enregistrées',
        feed: 'Créer un fil', address: 'Adresse du fil', close: 'Fermer le fil', consent: /courriel un résumé/,
        remove: /^Retirer /, removeYes: 'La retirer',
        watch: 'Guetter les nouvelles offres', found: /Ce qui a été trouvé/,
    },
};

for (const lang of languages) {
    test(`a search is saved, watched, fed and removed, in ${lang}`, async () => {
        const {visitor} = await comeSignedIn(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        const say = words[lang];
        await visitor.open('/matches?q=software&province=NS');
        await page.getByRole('button', {name: say.save}).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(say.name).fill('<b>Software</b> & co');
        await visitor.isAccessible(`saving ${lang}`);
        await dialog.getByRole('button', {name: say.saveIt, exact: true}).click();
        await dialog.getByRole('link', {name: say.to}).click();
        await page.waitForURL(/\/searches$/);
        const search = page.locator('.search');
        await search.waitFor();
        assert.equal(await search.locator('h2').textContent(), '<b>Software</b> & co');
        await search.locator('h2 a').click();
        await page.waitForURL(/q=software&province=NS/);
        await visitor.open('/searches');

        // Mail is agreed to elsewhere, and not by saving.
        await page.locator('.searches aside a').click();
        await page.waitForURL(/\/privacy$/);
        const consent = page.getByRole('checkbox', {name: say.consent});
        await consent.waitFor();
        assert.equal(await consent.isChecked(), false);
        await visitor.open('/searches');

        await search.getByRole('button', {name: say.feed}).click();
        const address = await search.getByLabel(say.address).inputValue();
        assert.match(address, /\/v1\/feeds\/.+\/alerts\.atom$/);
        assert.equal((await fetch(address)).status, 200);
        await visitor.isAccessible(`searches ${lang}`);
        await search.locator('.digests summary').click();
        await visitor.settle();
        await search.getByRole('button', {name: say.close}).click();
        await search.getByRole('button', {name: say.close}).waitFor({state: 'detached'});
        assert.equal((await fetch(address)).status, 404);

        const watched = search.getByRole('checkbox', {name: say.watch});
        assert.equal(await watched.isChecked(), true);
        const changed = page.waitForResponse((one) => one.request().method() === 'PUT');
        await watched.click();
        assert.equal((await changed).status(), 200);
        await page.waitForFunction(
            () => !(document.querySelector('.search input[type=checkbox]') as HTMLInputElement).checked,
        );
        await page.setViewportSize({width: 320, height: 800});
        await visitor.fits(`searches ${lang}`);
        await search.getByRole('button', {name: say.remove}).click();
        await page.getByRole('dialog').getByRole('button', {name: say.removeYes}).click();
        await search.waitFor({state: 'detached'});
        assert.deepEqual(visitor.complaints, []);
        assert.doesNotMatch(page.url(), /@|[0-9a-f]{8}-/);
        await visitor.leave();
    });
}

test('what was found for a search is shown posting by posting, with what each would add', async () => {
    const {visitor} = await comeSignedIn(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await visitor.open('/matches?q=software');
    await page.getByRole('button', {name: 'Save this search'}).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Software');
    // The session ends while the name is typed: it is saved all the same, under that name.
    await visitor.context.clearCookies({name: 'jobscout'});
    await dialog.getByRole('button', {name: 'Save', exact: true}).click();
    const again = page.getByRole('dialog', {name: 'Your session has ended'});
    await again.getByLabel('Password', {exact: true}).fill(password);
    await again.getByRole('button', {name: 'Sign in', exact: true}).click();
    await dialog.getByRole('link', {name: 'Saved searches'}).click();
    await page.locator('.search h2', {hasText: 'Software'}).waitFor();
    await service.announce();
    await page.locator('.digests summary').click();
    const found = page.locator('.digest-posting');
    await found.first().waitFor();
    assert.equal(await found.first().locator('.lift').count(), 3);
    await visitor.isAccessible('what was found');
    await found.first().getByRole('link').click();
    await page.waitForURL(/\/postings\/\d+$/);
    await page.setViewportSize({width: 320, height: 800});
    await visitor.open('/searches');
    await page.locator('.digests summary').click();
    await found.first().waitFor();
    await visitor.fits('what was found');
    await visitor.leave();
});

test('who has not signed in does so on the way, and saves what was chosen', async () => {
    const email = await register(service, 'saver');
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await visitor.open('/searches');
    await page.getByRole('link', {name: 'Sign in'}).last().waitFor();
    await visitor.open('/matches?q=welder');
    await page.getByRole('button', {name: 'Save this search'}).click();
    await giveCredentials(visitor, email);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Welder');
    await dialog.getByRole('button', {name: 'Save', exact: true}).click();
    await dialog.getByRole('link', {name: 'Saved searches'}).click();
    await page.locator('.search h2', {hasText: 'Welder'}).waitFor();
    await visitor.leave();
});
