// Applications: begun at a posting, moved over the board, with letter, papers, days, offer and notes.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {comeSignedIn} from './account.js';
import {languages, startBrowser, startService, type Language, type Visitor} from './browser.js';
import {password} from './secrets.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        prepare: 'Prepare an application', begin: 'Begin the draft', comment: 'Comment', add: 'Add the comment',
        sent: /^I have sent it/, offer: /^An offer came/, letter: 'Keep the letter', kept: 'The letter is kept',
        own: 'Why this employer, in your own words', part: 'Why this employer', build: 'Build a package',
        built: 'Built', move: /^Move/, received: 'Day it came', record: 'Record the offer',
        dueOn: /^Next date/, dueFor: /^What is due/, keepDue: 'Keep this date', reload: 'Keep mine instead',
        changed: 'What has changed', ownWords: 'The own words of the letter',
    },
    fr: {
        prepare: 'Préparer une candidature', begin: 'Ouvrir le brouillon', comment: 'Commentaire',
        add: 'Ajouter le commentaire', sent: /^Je l’ai envoyée/, offer: /^Une offre est arrivée/,
        letter: 'Garder la lettre', kept: 'La lettre est gardée',
        own: 'Pourquoi cet employeur, dans vos propres mots', part: 'Pourquoi cet employeur',
        build: 'Faire un dossier', built: 'Fait', move: /^Déplacer/, received: 'Jour de son arrivée',
        record: 'Noter l’offre', dueOn: /^Prochaine date/, dueFor: /^Ce qui est à faire/,
        keepDue: 'Garder cette date', reload: 'Garder plutôt le mien',
        changed: 'Ce qui a changé', ownWords: 'Les mots propres à la lettre',
    },
};

async function begin(visitor: Visitor, lang: Language): Promise<void> {
    const {page} = visitor;
    await visitor.open('/matches');
    await page.locator('.match h2 a').first().click();
    await page.getByRole('link', {name: words[lang].prepare}).click();
    await page.getByRole('button', {name: words[lang].begin}).click();
    await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
    await page.locator('.events li').first().waitFor();
}

for (const lang of languages) {
    test(`an application goes from a posting to an offer, in ${lang}`, async () => {
        const {visitor} = await comeSignedIn(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        const say = words[lang];
        await begin(visitor, lang);
        const address = page.url();

        const hostile = '<img src=x onerror="window.ran=1"> to the employer & co';
        await page.getByLabel(say.comment).fill(hostile);
        await page.getByRole('button', {name: say.add}).click();
        await page.locator('.said', {hasText: hostile}).waitFor();
        assert.equal(await page.evaluate(() => (window as unknown as {ran?: number}).ran), undefined);

        // What another window has written is not overwritten unseen.
        await page.getByLabel(say.part, {exact: true}).selectOption('own');
        await page.getByLabel(say.own).fill('I like your robots.');
        const other = await visitor.context.newPage();
        await other.goto(address);
        await other.getByLabel(say.part, {exact: true}).selectOption('none');
        await other.getByRole('button', {name: say.letter}).click();
        await other.getByText(say.kept).waitFor();
        await other.close();
        await page.getByRole('button', {name: say.letter}).click();
        await page.getByRole('button', {name: say.reload}).click();
        await page.getByText(say.kept).waitFor();

        await page.getByLabel(say.dueOn).fill('2027-01-15');
        await page.getByRole('button', {name: say.keepDue}).click();
        await page.locator('.due-form .field-error').waitFor();
        await page.getByLabel(say.dueFor).fill('reference letter');
        await page.getByRole('button', {name: say.keepDue}).click();
        await page.locator('.events', {hasText: 'reference letter'}).waitFor();

        await page.getByRole('button', {name: say.build}).click();
        await page.locator('.package progress').waitFor();
        await service.mailTo('nobody@mail.example'); // The worker does what waits.
        const archive = page.locator('.package a[href$="/archive"]');
        await archive.waitFor();
        const download = page.waitForEvent('download');
        await archive.click();
        assert.match((await download).suggestedFilename(), /\.zip$/);
        await page.locator('.package summary').click();
        await page.locator('.files li').nth(5).waitFor();
        await page.locator('section[aria-labelledby=days] tbody tr').first().waitFor();

        // Another version, and what is new in it.
        await page.getByLabel(say.own).fill(`${hostile} once more.`);
        await page.getByRole('button', {name: say.letter}).click();
        await page.getByText(say.kept).waitFor();
        await page.getByRole('button', {name: say.build}).click();
        await page.locator('.package progress').waitFor();
        await service.mailTo('nobody@mail.example');
        await page.locator('.package summary', {hasText: say.changed}).click();
        const changes = page.locator('.changes');
        await changes.locator('ins', {hasText: hostile}).waitFor();
        await changes.locator('del', {hasText: 'I like your robots.'}).waitFor();
        await changes.locator('.notes li', {hasText: say.ownWords}).waitFor();
        assert.equal(await page.locator('main img').count(), 0);

        await page.getByRole('button', {name: say.sent}).click();
        await page.getByRole('button', {name: say.offer}).click();
        await page.getByLabel(say.received).fill(new Date().toISOString().slice(0, 10));
        await page.getByRole('button', {name: say.record}).click();
        await page.locator('section[aria-labelledby=offer] .lift').nth(2).waitFor();
        await visitor.isAccessible(`application ${lang}`);
        await page.setViewportSize({width: 320, height: 800});
        await visitor.fits(`application ${lang}`);
        assert.deepEqual(
            visitor.complaints.filter((one) => !/404|412/.test(one)),
            [],
        );
        await visitor.leave();
    });
}

test('a session that ends while a letter is written loses no word of it', async () => {
    const {visitor} = await comeSignedIn(browser, service, {person: 'candidate'});
    const {page} = visitor;
    const say = words.en;
    await begin(visitor, 'en');
    await page.getByLabel(say.part, {exact: true}).selectOption('own');
    await page.getByLabel(say.own).fill('I like your robots.');
    await page.getByLabel(say.comment).fill('Asked for a reference.');
    await visitor.context.clearCookies({name: 'jobscout'});
    await page.getByRole('button', {name: say.letter}).click();
    const again = page.getByRole('dialog', {name: 'Your session has ended'});
    await again.getByLabel('Password', {exact: true}).fill(password);
    await again.getByRole('button', {name: 'Sign in', exact: true}).click();
    await page.getByText(say.kept).waitFor();
    assert.equal(await page.getByLabel(say.own).inputValue(), 'I like your robots.');
    assert.equal(await page.getByLabel(say.comment).inputValue(), 'Asked for a reference.');
    await page.reload();
    await page.getByLabel(say.own).waitFor();
    assert.equal(await page.getByLabel(say.own).inputValue(), 'I like your robots.');
    await visitor.leave();
});

test('a card is moved over the board by keyboard, and takes the focus along', async () => {
    const {visitor} = await comeSignedIn(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await begin(visitor, 'en');
    await visitor.open('/applications');
    const card = page.locator('.card');
    await card.waitFor();
    await visitor.isAccessible('board');
    await card.locator('summary').focus();
    await page.keyboard.press('Enter');
    await card.getByRole('button', {name: words.en.sent}).focus();
    await page.keyboard.press('Enter');
    await page.locator('section[aria-labelledby=sent] .card').waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('.card') !== null);
    assert.match((await page.locator('.applications > [role=status]').textContent()) ?? '', /Sent/);
    await page.setViewportSize({width: 320, height: 800});
    await visitor.fits('board');
    await visitor.leave();
});
