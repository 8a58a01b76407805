// Who may see what of a person: agreed to, looked at, taken back, taken along and deleted.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, test} from 'node:test';

import {
    askFrom, candidateOf, come, comeAdvisor, comeSignedIn, firmName, giveCredentials, keptHere, toldFrom,
} from './account.js';
import {languages, startBrowser, startService, type Visitor} from './browser.js';
import {password, timedCode} from './secrets.js';

const service = await startService();
const browser = await startBrowser();
const {advisor, firm} = await comeAdvisor(browser, service);
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        agreeShown: 'I agree to be shown', agreed: 'Agreed.', withdraw: 'Withdraw', notShown: 'You are shown to no employer',
        agree: 'I agree', none: 'No firm may read it.', needed: 'Choose a firm', noFirm: 'No firm has this', read: 'read your profile',
        withdrawFrom: /^Withdraw from/, save: 'Save', saved: 'Saved.', all: 'Download everything (ZIP)',
        deleteProfile: 'Delete my profile', deleteAccount: 'Delete my account', yes: 'Delete for good', kept: 'This is kept, and why:',
        close: 'Close', old: 'The words have changed since', noProfile: 'keeps no profile', password: 'Password', deleteHere: 'Delete all of it here', delete: 'Delete',
        removed: 'keeps nothing of yours',
    },
    fr: {
        agreeShown: 'J’accepte que mon profil soit présenté', agreed: 'Accepté.', withdraw: 'Retirer mon accord',
        notShown: 'n’est présenté à aucun employeur', agree: 'J’accepte', none: 'Aucun cabinet ne peut le lire.', needed: 'Choisissez un cabinet',
        noFirm: 'Aucun cabinet n’a cela', read: 'a lu votre profil', withdrawFrom: /^Retirer mon accord à/, save: 'Enregistrer', saved: 'Enregistré.',
        all: 'Tout télécharger (ZIP)', deleteProfile: 'Supprimer mon profil', deleteAccount: 'Supprimer mon compte',
        yes: 'Supprimer pour toujours', kept: 'Ceci est conservé, et pourquoi\u00a0:', close: 'Fermer', old: 'Le texte a changé', noProfile: 'ne conserve pas de profil',
        password: 'Mot de passe', deleteHere: 'Tout supprimer ici', delete: 'Supprimer', removed: 'ne conserve plus rien de vous',
    },
};

const section = ({page}: Visitor, heading: string) =>
    page.locator('section', {has: page.getByRole('heading', {name: heading, exact: true})});

const titles = {
    en: {employers: 'Being shown to employers', firms: 'Advisors who may read your profile', views: 'Who has looked', mail: 'Mail'},
    fr: {
        employers: 'Présenter mon profil à des employeurs', firms: 'Cabinets qui peuvent lire votre profil', views: 'Qui a regardé',
        mail: 'Courriels',
    },
};

for (const lang of languages) {
    test(`consents are given in their very words, seen and taken back in ${lang}`, async () => {
        const say = words[lang];
        const {visitor} = await comeSignedIn(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        const id = await candidateOf(visitor);
        const employers = section(visitor, titles[lang].employers);
        await employers.getByText(say.notShown).waitFor();
        assert.ok(((await employers.locator('.wording').textContent()) ?? '').length > 100);
        await employers.getByRole('button', {name: say.agreeShown}).click();
        await employers.getByText(say.agreed, {exact: true}).waitFor();
        await employers.getByRole('button', {name: say.withdraw}).click();
        await employers.getByText(say.notShown).waitFor();

        const firms = section(visitor, titles[lang].firms);
        await firms.getByText(say.none).waitFor();
        assert.equal(await firms.getByRole('checkbox').isChecked(), false);
        await firms.getByRole('button', {name: say.agree}).click();
        await firms.getByText(say.needed).waitFor();
        const name = firms.getByRole('combobox');
        await name.fill('nobody is called so');
        await firms.getByText(say.noFirm).waitFor();
        // By keyboard alone; what was typed and not chosen is no choice.
        await name.fill('MAPLE');
        await firms.getByRole('option').first().waitFor();
        await visitor.isAccessible(`firms found ${lang}`);
        await name.press('ArrowDown');
        await name.press('Enter');
        assert.equal(await name.inputValue(), firmName);
        await firms.getByRole('button', {name: say.agree}).click();
        await firms.locator(`a[href$="/messages/${firm}"]`).waitFor();
        assert.equal(await firms.locator('.records b').textContent(), firmName);
        // Each look is told to whom it is about.
        assert.equal(await askFrom(advisor, 'GET', `/v1/candidates/${id}`), 200);
        await page.reload();
        await section(visitor, titles[lang].views).getByText(say.read).first().waitFor();
        await firms.getByRole('button', {name: say.withdrawFrom}).click();
        await firms.getByText(say.none).waitFor();
        assert.equal(await askFrom(advisor, 'GET', `/v1/candidates/${id}`), 404);
        await visitor.leave();
    });

    test(`mail is agreed to, everything is taken along, and all of it is deleted in ${lang}`, async () => {
        const say = words[lang];
        const {visitor, email} = await comeSignedIn(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        await visitor.open('/privacy');
        const mail = section(visitor, titles[lang].mail);
        const wishes = mail.getByRole('checkbox');
        await wishes.first().waitFor();
        assert.deepEqual([await wishes.nth(0).isChecked(), await wishes.nth(1).isChecked()], [false, false]);
        await wishes.nth(1).check();
        await mail.getByRole('button', {name: say.save}).click();
        await mail.getByText(say.saved, {exact: true}).waitFor();
        await page.reload();
        await wishes.first().waitFor();
        assert.deepEqual([await wishes.nth(0).isChecked(), await wishes.nth(1).isChecked()], [false, true]);

        const coming = page.waitForEvent('download');
        await page.getByRole('button', {name: say.all}).click();
        const file = await coming;
        assert.equal(file.suggestedFilename(), 'job-scout-export.zip');
        assert.equal(readFileSync(await file.path()).subarray(0, 2).toString(), 'PK');

        await page.getByRole('button', {name: say.deleteProfile}).click();
        await visitor.isAccessible(`deleting ${lang}`);
        await page.getByRole('dialog').getByRole('button', {name: say.yes}).click();
        const dialog = page.getByRole('dialog').filter({hasText: say.kept});
        await dialog.locator('li').first().waitFor();
        await dialog.locator('.actions').getByRole('button', {name: say.close}).click();
        await page.getByText(say.noProfile).first().waitFor();
        await visitor.open('/profile/you');
        assert.equal(await page.locator('main input[type=date]').inputValue(), '');

        await visitor.open('/privacy');
        await page.getByRole('button', {name: say.deleteAccount}).click();
        await page.getByRole('dialog').getByLabel(say.password, {exact: true}).fill('not the one');
        await page.getByRole('dialog').getByRole('button', {name: say.yes}).click();
        await page.getByRole('dialog').getByRole('alert').waitFor();
        await page.getByRole('dialog').getByLabel(say.password, {exact: true}).fill(password);
        await page.getByRole('dialog').getByRole('button', {name: say.yes}).click();
        await page.getByRole('dialog').filter({hasText: say.kept}).locator('.actions button').click();
        await page.waitForURL(new RegExp(`/${lang}$`));
        assert.deepEqual(await keptHere(visitor), []);
        await visitor.open('/sign-in');
        await page.locator('input[type=email]').fill(email);
        await page.locator('input[type=password]').fill(password);
        await page.locator('main button[type=submit]').click();
        await page.getByRole('alert').waitFor();
        await visitor.leave();
    });

    test(`a consent that was given to other words is asked for anew in ${lang}`, async () => {
        const say = words[lang];
        const {visitor} = await comeSignedIn(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        const id = await candidateOf(visitor);
        const employers = section(visitor, titles[lang].employers);
        await employers.getByRole('button', {name: say.agreeShown}).click();
        await employers.getByText(say.agreed, {exact: true}).waitFor();
        assert.equal(await employers.getByText(say.old).count(), 0);
        await service.change(`UPDATE candidate SET shown_to_employers_wording = 'employers_0' WHERE id = '${id}'`);
        await page.reload();
        await employers.getByText(say.old).waitFor();
        await visitor.isAccessible(`an old consent ${lang}`);
        await employers.getByRole('button', {name: say.withdraw}).waitFor();
        await employers.getByRole('button', {name: say.agreeShown}).click();
        await employers.getByText(say.old).waitFor({state: 'detached'});
        await visitor.leave();
    });

    test(`without an account a browser says what it keeps, and keeps it no more in ${lang}`, async () => {
        const say = words[lang];
        const visitor = await come(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        await visitor.open('/privacy');
        assert.ok((await keptHere(visitor)).includes('jobscout.profile'));
        await page.getByRole('button', {name: say.deleteHere}).click();
        await page.getByRole('dialog').getByRole('button', {name: say.delete, exact: true}).click();
        await page.getByText(say.removed).waitFor();
        assert.deepEqual(await keptHere(visitor), []);
        await page.reload();
        await visitor.settle();
        assert.deepEqual(await keptHere(visitor), []);
        await visitor.leave();
    });
}

test('an account with a second step is deleted by password and code together', async () => {
    const {visitor, email} = await comeSignedIn(browser, service, {person: 'candidate'});
    const {page} = visitor;
    const {secret} = await toldFrom(visitor, 'POST', '/v1/accounts/me/second-factor', {});
    await toldFrom(visitor, 'PUT', '/v1/accounts/me/second-factor', {code: timedCode(secret)});
    await visitor.open('/privacy');
    await page.getByRole('button', {name: 'Delete my account'}).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Password', {exact: true}).fill(password);
    await dialog.getByLabel('Code of your application').fill('000000');
    await dialog.getByRole('button', {name: 'Delete for good'}).click();
    await dialog.getByRole('alert').waitFor();
    await visitor.isAccessible('deleting with a second step');
    await dialog.getByLabel('Code of your application').fill(timedCode(secret, 1));
    await dialog.getByRole('button', {name: 'Delete for good'}).click();
    await page.getByRole('dialog').filter({hasText: 'This is kept, and why'}).locator('.actions button').click();
    await page.waitForURL(/\/en$/);
    assert.deepEqual(await keptHere(visitor), []);
    await visitor.open('/sign-in');
    await giveCredentials(visitor, email);
    await page.getByRole('alert').waitFor();
    await visitor.leave();
});
