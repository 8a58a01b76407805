// A package in the making: sentences with their facts, the letter edited by two, the check, the PDF,
// versions, and where it stands.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {languages, startBrowser, startService} from './browser.js';
import {password, timedCode} from './secrets.js';
import {comeAdvisorOf, complaintsOf, hostile, letRead, letWork, newClient, newFirm, postingsOf, ranNothing} from './work.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        build: 'Build a package', letter: 'Letter', part: 'Why this employer', own: 'Why this employer, in your own words',
        keep: 'Keep the letter', kept: 'The letter is kept', mine: 'Keep mine instead', take: /^Take this part over/,
        check: 'Check', preview: 'As printed', versions: 'Versions', history: 'History', papers: 'Text and facts',
        review: 'Take into review', approve: 'Approve', note: /^Note beside/, details: 'Note and next date',
        approved: 'Ready to send', comment: 'Comment', back: 'Back to draft', overtaken: /changed elsewhere/,
        ended: 'Your session has ended', password: 'Password', signIn: 'Sign in', six: 'Code', goOn: 'Continue', posting: 'The posting',
    },
    fr: {
        build: 'Faire un dossier', letter: 'Lettre', part: 'Pourquoi cet employeur',
        own: 'Pourquoi cet employeur, dans vos propres mots', keep: 'Garder la lettre', kept: 'La lettre est gardée',
        mine: 'Garder plutôt le mien', take: /^Reprendre cette partie/, check: 'Vérification', preview: 'Imprimé',
        versions: 'Versions', history: 'Historique', papers: 'Texte et faits', review: 'Prendre en révision',
        approve: 'Approuver', note: /^Note jointe/, details: 'Note et prochaine date', approved: 'Prête à envoyer',
        comment: 'Commentaire', back: 'Remettre en brouillon', overtaken: /changée ailleurs/, ended: 'Votre session a pris fin',
        password: 'Mot de passe', signIn: 'Se connecter', six: 'Code', goOn: 'Continuer', posting: 'L’offre',
    },
};

async function begun(firm: string) {
    const client = await newClient(browser, service, {name: 'Noor Example (fictional)'});
    await letRead(client, firm);
    const [posting] = await postingsOf(service, 'title:software');
    const {id} = await client.caller.ask('POST', '/v1/applications', {candidate: client.candidate, posting_id: posting?.id});
    return {client, id: id as string};
}

for (const lang of languages) {
    test(`a package is built, read sentence by sentence, checked and approved, in ${lang}`, async () => {
        const say = words[lang];
        const firm = await newFirm(service);
        const {id} = await begun(firm);
        const {visitor} = await comeAdvisorOf(browser, service, firm, {lang});
        const {page} = visitor;
        await visitor.open(`/applications/${id}`);
        const view = (name: string) => page.locator('.pane .steps').getByRole('link', {name, exact: true});
        await visitor.isAccessible(`builder empty ${lang}`);
        await page.getByRole('button', {name: say.build}).click();
        await page.locator('progress').waitFor();
        await visitor.isAccessible(`builder waiting ${lang}`);
        await letWork(service);
        const sentence = page.locator('.sentence').first();
        await sentence.waitFor();

        // By keyboard: a sentence opens to what it rests on, and the posting is marked.
        await sentence.focus();
        await page.keyboard.press('Enter');
        await page.locator('.facts-of li').first().waitFor();
        assert.equal(await sentence.getAttribute('aria-expanded'), 'true');
        await page.keyboard.press('Enter');
        await page.locator('.facts-of').waitFor({state: 'detached'});
        const ofPosting = page.locator('.sentence', {hasText: (await page.locator('.builder h1').textContent()) ?? ''}).last();
        await ofPosting.click();
        await page.locator('.pane-posting .fact-on').first().waitFor();
        await visitor.isAccessible(`facts ${lang}`);

        await view(say.check).click();
        await page.locator('.check-line').first().waitFor();
        await visitor.isAccessible(`check ${lang}`);
        await view(say.preview).click();
        await page.locator('.preview figure[aria-busy=false]').first().waitFor();
        // It is drawn: not all of it is white.
        const inked = await page.locator('.preview canvas').first().evaluate((canvas: HTMLCanvasElement) => {
            const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
            return data.some((value, place) => place % 4 === 0 && value < 128 && data[place + 3] === 255);
        });
        assert.ok(inked);
        assert.match((await page.locator('.preview [role=img]').first().getAttribute('aria-label')) ?? '', /Noor/);
        await visitor.isAccessible(`preview ${lang}`);

        // Another version with words of one's own, and what is new in it.
        await view(say.letter).click();
        await page.getByLabel(say.part, {exact: true}).selectOption('own');
        await page.getByLabel(say.own).fill(`I follow your robots. ${hostile}`);
        await page.getByRole('button', {name: say.keep}).click();
        await page.getByText(say.kept).waitFor();
        await visitor.isAccessible(`letter ${lang}`);
        await view(say.versions).click();
        await page.getByRole('button', {name: say.build}).click();
        await page.locator('.records li').nth(1).waitFor();
        await letWork(service);
        await page.locator('.changes ins, .change-list ins', {hasText: 'I follow your robots'}).waitFor();
        await visitor.isAccessible(`versions ${lang}`);
        const download = page.waitForEvent('download');
        await page.locator('a[href$="/archive"]').first().click();
        assert.match((await download).suggestedFilename(), /\.zip$/);
        await view(say.papers).click();
        await page.locator('.mark-own').waitFor();
        await ranNothing(visitor);

        await page.getByRole('button', {name: say.review}).click();
        await page.locator('.state-in_review').first().waitFor();
        await page.getByText(say.details).click();
        await page.getByLabel(say.note).fill(`Looks good. ${hostile}`);
        await page.getByRole('button', {name: say.approve}).click();
        await page.locator('.builder > header .state-approved').waitFor();
        await view(say.history).click();
        await page.locator('.events .said', {hasText: 'Looks good.'}).waitFor();
        await visitor.isAccessible(`history ${lang}`);
        assert.deepEqual(complaintsOf(visitor), []);
        await visitor.leave();
    });
}

test('of two who write in one letter neither loses a word, and both see both', async () => {
    const say = words.en;
    const firm = await newFirm(service);
    const {id} = await begun(firm);
    const one = (await comeAdvisorOf(browser, service, firm)).visitor;
    const other = (await comeAdvisorOf(browser, service, firm)).visitor;
    for (const {page, ...visitor} of [one, other]) {
        void visitor;
        await page.goto(`${service.url}/en/applications/${id}?view=letter`);
        await page.getByLabel(say.part, {exact: true}).selectOption('own');
    }
    await one.page.getByLabel(say.own).fill('Words of the first.');
    await one.page.getByRole('button', {name: say.keep}).click();
    await one.page.getByText(say.kept).waitFor();
    await other.page.getByLabel(say.own).fill('Words of the second.');
    await other.page.getByRole('button', {name: say.keep}).click();
    const both = other.page.locator('.two-texts');
    await both.waitFor();
    assert.match((await both.textContent()) ?? '', /Words of the first\..*Words of the second\./);
    await other.isAccessible('two texts');
    assert.equal(await other.page.getByLabel(say.own).inputValue(), 'Words of the second.');
    await both.getByRole('button', {name: say.take}).click();
    assert.equal(await other.page.getByLabel(say.own).inputValue(), 'Words of the first.');
    await other.page.getByLabel(say.own).fill('Words of the first. And of the second.');
    await other.page.getByRole('button', {name: say.mine}).click();
    await other.page.getByText(say.kept).waitFor();
    await one.page.reload();
    await one.settle();
    assert.equal(await one.page.getByLabel(say.own).inputValue(), 'Words of the first. And of the second.');

    // A state that somebody else has changed meanwhile is not changed unseen.
    await other.page.getByRole('button', {name: say.review}).click();
    await other.page.locator('.state-in_review').first().waitFor();
    await one.page.getByRole('button', {name: say.review}).click();
    await one.page.getByText(say.overtaken).waitFor();
    await one.leave();
    await other.leave();
});

test('a session that ends in the middle of a letter loses nothing, whether it goes on at once or later', async () => {
    const say = words.en;
    const firm = await newFirm(service);
    const {id} = await begun(firm);
    const {visitor, secret, email} = await comeAdvisorOf(browser, service, firm);
    const {page, context} = visitor;
    await visitor.open(`/applications/${id}?view=letter`);
    await page.getByLabel(say.part, {exact: true}).selectOption('own');
    await page.getByLabel(say.own).fill('Typed before it ended.');
    await context.clearCookies({name: 'jobscout'});
    await page.getByRole('button', {name: say.keep}).click();
    const dialog = page.getByRole('dialog', {name: say.ended});
    await dialog.waitFor();
    await visitor.isAccessible('session ended in a letter');
    // Not now: the letter waits.
    await dialog.getByRole('button', {name: 'Go on without signing in'}).click();
    await page.getByRole('link', {name: say.signIn}).last().click();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel(say.password, {exact: true}).fill(password);
    await page.locator('main form').getByRole('button', {name: say.signIn}).click();
    await page.locator('.input-digits').fill(timedCode(secret, 1));
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL(/\/applications\//);
    await page.locator('.pane .steps').getByRole('link', {name: say.letter, exact: true}).click();
    await page.getByLabel(say.own).waitFor();
    assert.equal(await page.getByLabel(say.own).inputValue(), 'Typed before it ended.');
    await page.getByRole('button', {name: say.keep}).click();
    await page.getByText(say.kept).waitFor();
    await visitor.leave();
});
