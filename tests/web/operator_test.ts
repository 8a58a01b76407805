// An operator looks at sources, runs, what is kept aside, lists and rules, opens a firm, and disables an account.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';

import {come, comeSignedIn, newEmail} from './account.js';
import {languages, startBrowser, startService, type Visitor} from './browser.js';
import {again, comeOperator, signInAgain, type Worker} from './desk.js';

const hostile = '<img src=x onerror="window.ran=1">';
const service = await startService({
    'hostile.ndjson': `{"@type":"JobPosting","title":"${hostile.replaceAll('"', '\\"')}","url":"javascript:window.ran=1"}\n`,
});
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        sources: 'Sources', byHand: 'by hand only', details: 'More about it', toRuns: 'Its runs',
        outcome: 'Outcome', refused: 'Refused', none: 'No run', what: 'What', all: 'All reasons', record: /^The record/,
        gone: 'Nothing is kept aside as this', lists: 'Checks that go by lists of others',
        from: 'This one', against: 'against this one', same: 'Nothing differs.', differences: /\d+ differences/,
        document: 'The rule set, JSON', check: 'Check it', notJson: 'This is not JSON.', valid: 'Valid: the program would start',
        invalid: 'The program would refuse it:', firm: 'Name of the firm', open: 'Open it', opened: 'is open.',
        advisor: 'E-mail address of the advisor', invite: 'Invite', invited: 'is invited.', taken: 'There is an account with this address already.',
        find: 'Firm', choose: 'Choose', number: 'Number of the account',
        wrong: 'A number of an account looks like', reason: 'Reason', disable: 'Disable', enable: 'Enable again',
        disabled: 'The account is disabled.', enabled: 'The account is enabled.', own: 'This is your own account',
        add: 'Add the source', name: 'Name', address: 'Address', minutes: 'Every so many minutes', change: /^Change/, daily: 'Once a day',
        remove: /^Remove/, ready: 'What requests need is there', yes: 'Yes', ended: 'Your session has ended', required: 'This is needed.',
    },
    fr: {
        sources: 'Sources', byHand: 'à la main seulement', details: 'En savoir plus', toRuns: 'Ses passages',
        outcome: 'Issue', refused: 'Refusé', none: 'Aucun passage', what: 'Quoi', all: 'Toutes les raisons', record: /^L’enregistrement/,
        gone: 'Rien n’est mis à l’écart sous ce numéro', lists: 'Vérifications qui consultent les listes d’autrui',
        from: 'Celui-ci', against: 'comparé à celui-ci', same: 'Rien ne diffère.', differences: /\d+ différences/,
        document: 'Le jeu de règles, en JSON', check: 'Le vérifier', notJson: 'Ce n’est pas du JSON.', valid: 'Valide : le programme démarrerait',
        invalid: 'Le programme le refuserait :', firm: 'Nom du cabinet', open: 'L’ouvrir', opened: 'est ouvert.',
        advisor: 'Adresse électronique de la personne', invite: 'Inviter', invited: 'L’invitation est envoyée', taken: 'Un compte a déjà cette adresse.',
        find: 'Cabinet', choose: 'Choisir', number: 'Numéro du compte',
        wrong: 'Un numéro de compte ressemble à', reason: 'Raison', disable: 'Désactiver', enable: 'Réactiver',
        disabled: 'Le compte est désactivé.', enabled: 'Le compte est réactivé.', own: 'C’est votre propre compte',
        add: 'Ajouter la source', name: 'Nom', address: 'Adresse', minutes: 'Intervalle en minutes', change: /^Changer/, daily: 'Une fois par jour',
        remove: /^Retirer/, ready: 'Ce qu’il faut aux demandes est là', yes: 'Oui', ended: 'Votre session a pris fin', required: 'Ceci est nécessaire.',
    },
};

const pages = ['', '/sources', '/runs', '/quarantine', '/verification', '/rules', '/accounts', '/health'];
const operator: Worker = await comeOperator(browser, service);

/// The operator in the language of the test.
const comeIn = (lang: 'en' | 'fr', more: {width?: number; theme?: 'dark'} = {}) =>
    again(operator, browser, service, {lang, ...more});

async function isText(visitor: Visitor): Promise<void> {
    const {page} = visitor;
    assert.equal(await page.evaluate(() => (window as unknown as {ran?: number}).ran), undefined);
    assert.equal(await page.locator('main img, a[href^="javascript"]').count(), 0);
}

test('an operator who signs in begins at the work', async () => {
    const visitor = await come(browser, service);
    await visitor.open('/sign-in');
    await signInAgain({...operator, visitor});
    await visitor.page.waitForURL(/\/en$/);
    await visitor.page.locator('main').getByRole('link', {name: 'Quarantine'}).waitFor();
    await visitor.leave();
});

for (const lang of languages) {
    test(`every page of an operator is accessible and fits 320 pixels in ${lang}`, async () => {
        const wide = await comeIn(lang);
        const small = await comeIn(lang, {width: 320, theme: 'dark'});
        for (const path of pages) {
            for (const visitor of [wide, small]) {
                await visitor.open(path);
                await visitor.page.waitForFunction(() => document.querySelector('main .loading') === null);
                await visitor.isAccessible(`${path} ${lang}`);
                await visitor.fits(`${path} ${lang}`);
            }
        }
        const links = await wide.page.locator('header nav a').count();
        assert.ok(links >= 7, `${links} sections`);
        assert.deepEqual(wide.complaints, []);
        await wide.leave();
        await small.leave();
    });

    test(`sources lead to their runs and to what is kept aside, which stays text, in ${lang}`, async () => {
        const say = words[lang];
        const visitor = await comeIn(lang);
        const {page} = visitor;
        await visitor.open('/sources');
        const row = page.locator('.data tbody tr').first();
        await row.getByText(say.byHand).waitFor();
        await row.getByText(say.details).click();
        await row.getByRole('link', {name: say.toRuns}).click();
        await page.waitForURL(/\/runs\?source=/);
        await page.locator('.data tbody tr').first().waitFor();
        await page.getByLabel(say.outcome).selectOption('unfinished');
        await page.getByRole('heading', {name: say.none}).waitFor();
        assert.match(page.url(), /outcome=unfinished/);
        await visitor.isAccessible(`no run ${lang}`);

        await visitor.open('/quarantine');
        const reasons = page.locator('section').first();
        const button = reasons.locator('.reason-button').first();
        await button.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('button', {name: say.all}).waitFor();
        assert.equal(await button.getAttribute('aria-pressed'), 'true');
        // A reason may quote a record, which may name people: no address says it.
        assert.doesNotMatch(page.url(), /reason/);
        await visitor.isAccessible(`one reason ${lang}`);
        await page.getByRole('button', {name: say.all}).click();
        await page.getByLabel(say.what, {exact: true}).selectOption('posting');
        const items = page.locator('section').nth(1);
        const first = items.getByRole('row').filter({hasText: 'hostile.ndjson'});
        await first.getByRole('link', {name: say.record}).click();
        await page.locator('.raw').getByText(hostile.replaceAll('"', '\\"')).waitFor();
        await visitor.isAccessible(`record ${lang}`);
        await isText(visitor);
        await visitor.open('/quarantine/999999');
        await page.getByRole('heading', {name: say.gone}).waitFor();
        await visitor.leave();
    });

    test(`rule sets are held against each other, and a new one is checked, in ${lang}`, async () => {
        const say = words[lang];
        const visitor = await comeIn(lang);
        const {page} = visitor;
        await visitor.open('/rules');
        await page.getByText(say.differences).waitFor();
        const id = await page.getByLabel(say.from, {exact: true}).inputValue();
        await page.getByLabel(say.against, {exact: true}).selectOption(id);
        await page.getByText(say.same).waitFor();

        const text = readFileSync(join(process.env['JOBSCOUT_ROOT'] ?? '.', 'matcher/rules/sets/2025-03-25.json'), 'utf8');
        const given = page.getByLabel(say.document);
        await given.fill('{"id": <b>');
        await page.getByRole('button', {name: say.check}).click();
        await page.getByText(say.notJson).waitFor();
        await visitor.isAccessible(`no JSON ${lang}`);
        await given.fill(text.replace('"2025-03-25"', `"${hostile.replaceAll('"', "'")}"`));
        await page.getByRole('button', {name: say.check}).click();
        await page.getByText(say.invalid).waitFor();
        await page.locator('code', {hasText: '/rule_set'}).first().waitFor();
        await visitor.isAccessible(`rules refused ${lang}`);
        await page.locator('input[type=file]').setInputFiles({name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(text)});
        await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('<img') === false);
        await page.getByRole('button', {name: say.check}).click();
        await page.getByText(say.valid).waitFor();
        await isText(visitor);
        await visitor.leave();
    });

    test(`a firm is opened and its first advisor invited, once, in ${lang}`, async () => {
        const say = words[lang];
        const visitor = await comeIn(lang);
        const {page} = visitor;
        const email = newEmail('advisor');
        await visitor.open('/accounts');
        await page.getByRole('button', {name: say.open}).click();
        await page.getByText(say.required).waitFor();
        await page.getByLabel(say.firm).fill(`${hostile} ${lang}`);
        await page.keyboard.press('Enter');
        await page.getByText(say.opened).waitFor();
        await page.locator('code.secret', {hasText: /^[0-9a-f-]{36}$/}).waitFor();
        // It is found again by its name.
        await page.getByRole('textbox', {name: say.find, exact: true}).fill('onerror');
        await page.keyboard.press('Enter');
        await page.getByRole('button', {name: new RegExp(`^${say.choose} .*${lang}$`)}).click();
        await visitor.isAccessible(`firm chosen ${lang}`);
        const form = page.locator('form').filter({has: page.getByLabel(say.advisor)});
        await form.getByLabel(say.advisor).fill(email);
        await form.getByRole('button', {name: say.invite}).click();
        await form.getByText(say.invited).waitFor();
        assert.equal((await service.mailTo(email)).length, 1);
        await form.getByLabel(say.advisor).fill(email);
        await form.getByRole('button', {name: say.invite}).click();
        await form.getByText(say.taken).waitFor();
        await visitor.isAccessible(`address taken ${lang}`);
        await isText(visitor);
        await visitor.leave();
    });

    test(`an account is disabled and enabled for a reason that outlasts the session, in ${lang}`, async () => {
        const say = words[lang];
        const {visitor: person} = await comeSignedIn(browser, service, {});
        const idOf = ({page}: Visitor): Promise<string> => page.evaluate(async () => (await (await fetch('/v1/accounts/me')).json()).id);
        const visitor = await comeIn(lang);
        const worker: Worker = {...operator, visitor};
        const {page, context} = visitor;
        await visitor.open('/accounts');
        const section = page.locator('section').filter({has: page.getByLabel(say.number)});
        await section.getByLabel(say.number).fill('nobody');
        await section.getByRole('button', {name: say.disable}).click();
        await section.getByText(say.wrong).last().waitFor();
        await section.getByLabel(say.number).fill(await idOf(visitor));
        await section.getByLabel(say.reason).fill('Myself?');
        await section.getByRole('button', {name: say.disable}).click();
        await section.getByText(say.own).waitFor();
        await visitor.isAccessible(`one's own account ${lang}`);

        await section.getByLabel(say.number).fill(await idOf(person));
        await section.getByLabel(say.reason).fill(`Fake postings ${hostile}`);
        await context.clearCookies({name: 'jobscout'});
        await section.getByRole('button', {name: say.disable}).click();
        await page.getByRole('dialog', {name: say.ended}).waitFor();
        await signInAgain(worker);
        await section.getByText(say.disabled).waitFor();
        await section.locator('.records').getByText(hostile).waitFor();
        assert.equal(await idOf(person), undefined, 'the person is signed out');
        await visitor.isAccessible(`decided ${lang}`);
        await section.getByLabel(say.number).fill('');
        await page.reload();
        await visitor.settle();
        await isText(visitor);
        // The session goes on for the next test.
        await operator.visitor.context.addCookies(await context.cookies());
        await visitor.leave();
        await person.leave();
    });

    test(`a source is added, changed and removed, and what is typed outlasts the session, in ${lang}`, async () => {
        const say = words[lang];
        const visitor = await comeIn(lang);
        const {page, context} = visitor;
        const name = `harbour_${lang}`;
        await visitor.open('/sources');
        const form = page.locator('section').filter({has: page.getByRole('button', {name: say.add})});
        await form.getByLabel(say.name, {exact: true}).fill('not a name');
        await form.getByLabel(say.address, {exact: true}).fill('ftp://feeds.example');
        await form.getByLabel(say.minutes, {exact: true}).fill('0');
        await form.getByRole('button', {name: say.add}).click();
        assert.equal(await form.locator('.field-wrong').count(), 3);
        await visitor.isAccessible(`no source ${lang}`);
        await form.getByLabel(say.name, {exact: true}).fill(name);
        await form.getByLabel(say.address, {exact: true}).fill('https://feeds.harbour.example/postings.ndjson');
        await form.getByLabel(say.minutes, {exact: true}).fill('30');
        await context.clearCookies({name: 'jobscout'});
        await form.getByRole('button', {name: say.add}).click();
        await page.getByRole('dialog', {name: say.ended}).waitFor();
        await signInAgain({...operator, visitor});
        const row = page.getByRole('row').filter({hasText: name});
        await row.waitFor();
        assert.equal(await form.getByLabel(say.name, {exact: true}).inputValue(), '', 'what is sent is typed no more');
        await row.locator('summary').click();
        await visitor.isAccessible(`source added ${lang}`);
        await row.getByRole('button', {name: say.change}).click();
        const dialog = page.getByRole('dialog');
        assert.equal(await dialog.getByLabel(say.minutes, {exact: true}).inputValue(), '30');
        await dialog.getByLabel(say.daily).check();
        await visitor.isAccessible(`source changed ${lang}`);
        await dialog.locator('button[type=submit]').click();
        await row.getByText('05:00').waitFor();
        await row.getByRole('button', {name: say.remove}).click();
        await dialog.locator('.button-bad').click();
        await row.waitFor({state: 'detached'});
        await operator.visitor.context.addCookies(await context.cookies());
        await visitor.leave();
    });

    test(`the service says how it does in ${lang}`, async () => {
        const say = words[lang];
        const visitor = await comeIn(lang);
        await visitor.open('/health');
        const panel = visitor.page.locator('.panel').filter({has: visitor.page.getByRole('heading', {name: say.ready})});
        await panel.getByText(say.yes, {exact: true}).waitFor();
        await visitor.page.route('**/readyz', (route) =>
            route.fulfill({status: 503, contentType: 'application/problem+json', body: '{"status": 503, "detail": "the database does not answer"}'}),
        );
        await visitor.page.reload();
        await panel.getByText('the database does not answer').waitFor();
        await visitor.isAccessible(`not ready ${lang}`);
        await visitor.leave();
    });
}

test('pages of operators are for operators', async () => {
    const visitor = await come(browser, service);
    for (const path of pages.slice(1)) {
        await visitor.open(path);
        await visitor.page.locator('main').getByRole('link', {name: 'Sign in'}).waitFor();
    }
    await visitor.leave();
});
