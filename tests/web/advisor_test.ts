// An advisor's day: the caseload, a person of it, packages for several, what is due, and messages.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {languages, startBrowser, startService} from './browser.js';
import {comeAdvisorOf, complaintsOf, hostile, letRead, letWork, newClient, newFirm, postingsOf, ranNothing} from './work.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        nav: ['Caseload', 'Applications', 'Dates due', 'Messages', 'Review'], matches: 'Matches', choose: /^Choose/,
        find: 'Find', findPosting: 'Find the posting', built: /2 built/, month: 'Month', message: 'Your message',
        send: 'Send', sent: 'Sent.', regulated: /licensee of the College/, number: 'College or bar number', keep: 'Keep it',
        kept: 'Kept.', needed: 'Whoever is regulated has a number.', closed: /does not let your firm read/,
        none: 'Nobody yet', again: 'Read again', say: 'Say it in my account',
    },
    fr: {
        nav: ['Dossiers', 'Candidatures', 'Échéances', 'Messages', 'Vérification'], matches: 'Emplois', choose: /^Choisir/,
        find: 'Trouver', findPosting: 'Trouver l’offre', built: /2 faits/, month: 'Mois', message: 'Votre message',
        send: 'Envoyer', sent: 'Envoyé.', regulated: /permis du Collège/, number: 'Numéro au Collège ou au barreau',
        keep: 'Garder', kept: 'Gardé.', needed: 'Toute personne réglementée a un numéro.', closed: /ne laisse plus votre cabinet/,
        none: 'Personne encore', again: 'Relire', say: 'Le dire dans mon compte',
    },
};

for (const lang of languages) {
    test(`an advisor goes from the caseload to packages and days, in ${lang}`, async () => {
        const say = words[lang];
        const firm = await newFirm(service);
        const {visitor} = await comeAdvisorOf(browser, service, firm, {lang});
        const {page} = visitor;
        await visitor.open('');
        const nav = page.locator('header nav a');
        await nav.nth(4).waitFor();
        assert.deepEqual(await nav.allTextContents(), say.nav);
        await visitor.isAccessible(`home ${lang}`);
        await visitor.open('/caseload');
        await page.getByRole('heading', {name: say.none}).waitFor();
        await visitor.isAccessible(`no caseload ${lang}`);

        // Their standing is asked for, once.
        await page.getByRole('link', {name: say.say}).click();
        await page.getByLabel(say.regulated).check();
        await page.getByRole('button', {name: say.keep, exact: true}).click();
        await page.getByText(say.needed).waitFor();
        await visitor.isAccessible(`standing refused ${lang}`);
        await page.getByLabel(say.number).fill('R000000');
        await page.getByRole('button', {name: say.keep, exact: true}).click();
        await page.getByText(say.kept, {exact: true}).waitFor();

        const first = await newClient(browser, service, {name: `Noor ${hostile}`});
        const second = await newClient(browser, service, {name: 'Lena Example (fictional)'});
        await letRead(first, firm);
        await letRead(second, firm);
        let asked = 0;
        page.on('request', (request) => {
            asked += new URL(request.url()).pathname === '/v1/advisor/candidates' ? 1 : 0;
        });
        await nav.nth(0).click();
        await page.getByRole('button', {name: say.again}).click();
        const people = page.locator('.records li');
        await people.nth(1).waitFor();
        assert.equal(await page.getByRole('link', {name: say.say}).count(), 0);
        await ranNothing(visitor);
        await visitor.isAccessible(`caseload ${lang}`);

        // What is read is noted: it is not read again on the way back.
        const readings = asked;
        await people.filter({hasText: 'Noor'}).getByRole('link').click();
        await page.locator('.rule-score').nth(2).waitFor();
        await visitor.isAccessible(`candidate ${lang}`);
        await page.goBack();
        await people.nth(1).waitFor();
        assert.equal(asked, readings);

        // One posting for both of them.
        await people.nth(0).getByLabel(say.choose).check();
        await people.nth(1).getByLabel(say.choose).check();
        await page.getByLabel(say.findPosting).fill('title:software');
        await page.getByRole('button', {name: say.find, exact: true}).click();
        await page.locator('input[name=posting]').first().check();
        await page.locator('form button[type=submit]', {hasText: '2'}).click();
        await page.waitForURL(/\/caseload\/batch\//);
        await visitor.isAccessible(`batch waiting ${lang}`);
        await letWork(service);
        await page.getByText(say.built).waitFor();
        await page.locator('.records a[href$="/archive"]').nth(1).waitFor();
        await visitor.isAccessible(`batch ${lang}`);

        // Several postings for one of them.
        await visitor.open(`/caseload/${first.candidate}/matches`);
        await page.locator('.match').nth(1).waitFor();
        await page.locator('.match').nth(1).getByLabel(say.choose).check();
        await visitor.isAccessible(`matches ${lang}`);
        await page.locator('form button[type=submit]').click();
        await page.waitForURL(/\/caseload\/batch\//);

        await nav.nth(1).click();
        await page.locator('.records li').nth(2).waitFor();
        await visitor.isAccessible(`applications ${lang}`);
        await page.locator('main select').selectOption('sent');
        await page.waitForURL(/state=sent/);
        await page.locator('.notice').waitFor();

        await nav.nth(2).click();
        await page.locator('.agenda > li').first().waitFor();
        await visitor.isAccessible(`days ${lang}`);
        await page.getByRole('link', {name: say.month, exact: true}).click();
        await page.locator('.month').waitFor();
        await visitor.isAccessible(`month ${lang}`);

        await visitor.open(`/messages/${first.candidate}`);
        await page.getByLabel(say.message).fill(`Your letter is ready. ${hostile}`);
        await page.getByRole('button', {name: say.send}).click();
        await page.locator('.message').waitFor();
        await visitor.isAccessible(`thread ${lang}`);
        await first.caller.ask('DELETE', `/v1/candidates/${first.candidate}/firms/${firm}`);
        await nav.nth(3).click();
        await page.locator('.records li').waitFor();
        await visitor.isAccessible(`threads ${lang}`);
        await ranNothing(visitor);
        assert.deepEqual(complaintsOf(visitor), []);
        assert.deepEqual(visitor.elsewhere, []);
        await visitor.leave();
    });

    test(`pages of advisors fit into 320 pixels in ${lang}`, async () => {
        const firm = await newFirm(service);
        const {visitor} = await comeAdvisorOf(browser, service, firm, {lang, width: 320, theme: 'dark'});
        const client = await newClient(browser, service, {name: 'Noor Example (fictional)'});
        await letRead(client, firm);
        const [posting] = await postingsOf(service, 'title:software');
        const {id} = await client.caller.ask('POST', '/v1/applications', {candidate: client.candidate, posting_id: posting?.id});
        await client.caller.ask('POST', `/v1/applications/${id}/packages`, {});
        await letWork(service);
        const self = `/caseload/${client.candidate}`;
        const views = ['', 'letter', 'check', 'preview', 'versions', 'history'].map((view) => `/applications/${id}?view=${view}`);
        for (const path of ['', '/caseload', self, `${self}/matches`, `${self}/applications`, '/applications', '/days', '/days?view=month', '/messages', `/messages/${client.candidate}`, ...views, '/review', '/caseload/nothing']) {
            await visitor.open(path);
            await visitor.fits(`${path} ${lang}`);
            await visitor.isAccessible(`${path} ${lang} dark`);
        }
        await visitor.leave();
    });
}

test('a section is for its role alone, and leads whoever is nobody to the door', async () => {
    const firm = await newFirm(service);
    const {visitor, caller} = await comeAdvisorOf(browser, service, firm);
    const {page} = visitor;
    await visitor.open('/caseload');
    await caller.ask('DELETE', '/v1/sessions/current');
    await page.evaluate(() => localStorage.clear());
    const nobody = await browser.newPage();
    await nobody.goto(`${service.url}/en/caseload`);
    await nobody.getByRole('link', {name: 'Sign in'}).last().click();
    await nobody.waitForURL(/next=caseload/);
    await nobody.close();
    await visitor.leave();
});
