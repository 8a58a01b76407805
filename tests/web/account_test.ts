// From nobody to an account and away again, as people go, in both languages.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {
    come, comeSignedIn, follow, giveCredentials, keepProfile, keptHere, labelsOf, newEmail, register, signIn,
} from './account.js';
import {languages, startBrowser, startService} from './browser.js';
import {password, timedCode} from './secrets.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        create: 'Create the account', sent: 'Look into your mail', confirm: 'Confirm', confirmed: 'Your address is confirmed',
        needed: 'Without this there can be no account', signOut: 'Sign out', account: 'Your account', birth: 'Date of birth',
        forgot: 'Send the mail', reset: 'Choose this password', newPassword: 'New password', changed: 'Your password is changed',
        none: 'There is no link here', wrong: 'is not right', hasNone: 'keeps no profile',
    },
    fr: {
        create: 'Créer le compte', sent: 'Consultez vos courriels', confirm: 'Confirmer', confirmed: 'Votre adresse est confirmée',
        needed: 'il ne peut y avoir de compte', signOut: 'Se déconnecter', account: 'Votre compte', birth: 'Date de naissance',
        forgot: 'Envoyer le courriel', reset: 'Choisir ce mot de passe', newPassword: 'Nouveau mot de passe',
        changed: 'Votre mot de passe est changé', none: 'Il n’y a pas de lien ici', wrong: 'est inexact', hasNone: 'ne conserve pas de profil',
    },
};

for (const lang of languages) {
    test(`a profile goes with its person from browser to browser in ${lang}`, async () => {
        const say = words[lang];
        const email = newEmail('asha');
        const visitor = await come(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        await visitor.open('/sign-up');
        const agree = page.getByRole('checkbox');
        assert.equal(await agree.isChecked(), false);
        await page.getByLabel(labelsOf(lang).email).fill(email);
        await page.getByLabel(labelsOf(lang).password, {exact: true}).fill(password);
        await page.getByRole('button', {name: say.create}).click();
        await page.getByRole('alert').filter({hasText: say.needed}).waitFor();
        assert.deepEqual(await service.mailTo(email), []);
        await agree.check();
        await page.getByRole('button', {name: say.create}).click();
        await page.getByRole('heading', {name: say.sent}).waitFor();

        await follow(visitor, service, email);
        // Taken out of the address before anybody could see it there.
        assert.equal(new URL(page.url()).pathname, `/${lang}/confirm`);
        assert.equal(await page.evaluate(() => location.hash), '');
        await page.getByLabel(labelsOf(lang).password, {exact: true}).fill(password);
        await page.getByRole('button', {name: say.confirm}).click();
        await page.getByRole('heading', {name: say.confirmed}).waitFor();
        await signIn(visitor, email);
        await keepProfile(visitor);
        await page.waitForFunction(() => localStorage.getItem('jobscout.profile') === null);
        await visitor.open('/profile/you');
        assert.equal(await page.getByLabel(say.birth).inputValue(), '1993-04-12');

        await visitor.open('/account');
        await page.getByRole('button', {name: say.signOut}).click();
        await page.waitForURL(new RegExp(`/${lang}$`));
        // Nothing personal is left: the cookie is gone, and so is the profile.
        const session = (await visitor.context.cookies()).filter(({name}) => name === 'jobscout');
        assert.deepEqual(session, []);
        assert.deepEqual(await keptHere(visitor), []);
        await visitor.open('/profile/you');
        assert.equal(await page.getByLabel(say.birth).inputValue(), '');
        assert.deepEqual(visitor.elsewhere, []);

        const other = await come(browser, service, {lang});
        await signIn(other, email);
        await other.open('/profile/you');
        assert.equal(await other.page.getByLabel(say.birth).inputValue(), '1993-04-12');
        await other.open('/matches');
        await other.page.locator('.match').first().waitFor();
        assert.deepEqual(other.complaints, []);
        assert.deepEqual(await keptHere(other), ['jobscout.signed_in']);
        await other.leave();
        await visitor.leave();
    });

    test(`another password is chosen by a mail in ${lang}`, async () => {
        const say = words[lang];
        const email = await register(service, 'otto');
        const visitor = await come(browser, service, {lang});
        const {page} = visitor;
        const ask = async (address: string) => {
            await visitor.open('/forgot');
            await page.getByLabel(labelsOf(lang).email).fill(address);
            await page.getByRole('button', {name: say.forgot}).click();
            await page.getByRole('heading', {name: say.sent}).waitFor();
            return (await page.locator('main').textContent())?.replace(address, 'X');
        };
        // The same words, whether there is such an account or not.
        assert.equal(await ask('nobody@mail.example'), await ask(email));
        await follow(visitor, service, email);
        assert.equal(await page.evaluate(() => location.hash), '');
        await page.getByLabel(say.newPassword).fill('password');
        await page.getByRole('button', {name: say.reset}).click();
        await page.getByRole('alert').waitFor();
        await page.getByLabel(say.newPassword).fill('nine boats lie on the shore');
        await page.getByRole('button', {name: say.reset}).click();
        await page.getByRole('heading', {name: say.changed}).waitFor();
        await visitor.open('/sign-in');
        await giveCredentials(visitor, email);
        await page.getByRole('alert').filter({hasText: say.wrong}).waitFor();
        await giveCredentials(visitor, email, 'nine boats lie on the shore');
        await page.waitForURL(/\/account$/);
        await page.getByText(say.hasNone).waitFor();
        // A link that was opened without its secret says so.
        await visitor.open('/confirm');
        await page.getByRole('heading', {name: say.none}).waitFor();
        await visitor.leave();
    });
}

test('a second step is set up, asked for, and replaced by a recovery code', async () => {
    const {visitor, email} = await comeSignedIn(browser, service, {});
    const {page} = visitor;
    await page.getByRole('button', {name: 'Set it up'}).click();
    await page.getByRole('img', {name: 'QR code of the secret'}).waitFor();
    const secret = (await page.locator('.secret').textContent()) ?? '';
    await page.getByLabel('Six digits').fill('000000');
    await page.getByRole('button', {name: 'Turn it on'}).click();
    await page.getByRole('alert').filter({hasText: 'not right'}).waitFor();
    await page.getByLabel('Six digits').fill(timedCode(secret));
    await page.getByRole('button', {name: 'Turn it on'}).click();
    await page.locator('.codes code').first().waitFor();
    const codes = await page.locator('.codes code').allTextContents();
    assert.equal(codes.length, 10);
    await visitor.isAccessible('recovery codes');
    await page.getByRole('button', {name: 'I have kept them'}).click();
    await page.getByText('10 recovery codes are left.').waitFor();
    await page.getByRole('button', {name: 'Sign out'}).click();
    await page.waitForURL(/\/en$/);

    await visitor.open('/sign-in');
    await giveCredentials(visitor, email);
    await page.getByLabel('Code', {exact: true}).waitFor();
    await visitor.isAccessible('second step');
    // The page is loaded anew, and still asks for the second step alone.
    await visitor.open('/sign-in');
    await page.getByLabel('Code', {exact: true}).fill(timedCode(secret, 1));
    await page.getByRole('button', {name: 'Continue'}).click();
    await page.waitForURL(/\/account$/);
    await page.getByRole('button', {name: 'Sign out'}).click();
    await page.waitForURL(/\/en$/);

    await visitor.open('/sign-in');
    await giveCredentials(visitor, email);
    await page.getByRole('button', {name: 'Use a recovery code'}).click();
    await page.getByLabel('Recovery code').fill(codes[0] ?? '');
    await page.getByRole('button', {name: 'Continue'}).click();
    await page.waitForURL(/\/account$/);
    await page.getByText('9 recovery codes are left.').waitFor();
    await page.getByRole('button', {name: 'Turn it off'}).click();
    await page.getByText('The second step is off.').waitFor();
    await page.getByRole('button', {name: 'Set it up'}).waitFor();
    await visitor.leave();
});

test('signing in is done by keyboard alone, and a password can be pasted and looked at', async () => {
    const email = await register(service, 'kim');
    const visitor = await come(browser, service);
    const {page} = visitor;
    await visitor.open('/sign-in');
    const field = page.getByLabel('Password', {exact: true});
    assert.equal(await field.getAttribute('autocomplete'), 'current-password');
    assert.equal(await page.getByLabel('E-mail address').getAttribute('autocomplete'), 'username');
    await page.getByLabel('E-mail address').focus();
    await page.keyboard.insertText(email);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(password); // As pasting does.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.equal(await field.getAttribute('type'), 'text');
    await field.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/account$/);
    await visitor.leave();
});

test('the password is changed, and other sessions are seen and ended', async () => {
    const {visitor, email} = await comeSignedIn(browser, service, {});
    const {page} = visitor;
    const other = await come(browser, service);
    await signIn(other, email);
    await visitor.open('/account');
    assert.equal(await page.locator('.records li').count(), 2);
    await page.getByRole('button', {name: /^End the session of Chrome on Linux/}).click();
    await page.getByText('The session has ended.').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.records li').length === 1);
    // There it is noticed as soon as something is asked for.
    await other.open('/account');
    await other.page.getByRole('heading', {name: 'Sign in to see this page'}).waitFor();

    await page.getByLabel('Current password').fill('not the one');
    await page.getByLabel('New password').fill('four lamps burn in the yard');
    await page.getByRole('button', {name: 'Change the password'}).click();
    await page.getByRole('alert').filter({hasText: 'not the password'}).waitFor();
    await page.getByLabel('Current password').fill(password);
    await page.getByRole('button', {name: 'Change the password'}).click();
    await page.getByText('The password is changed.').waitFor();
    await visitor.leave();
    await other.leave();
});
