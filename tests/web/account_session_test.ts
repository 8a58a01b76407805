// What happens when a session ends in the middle, and when a profile is edited in two places.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {come, comeSignedIn, keepProfile, keptHere, labelsOf, register, signIn} from './account.js';
import {languages, startBrowser, startService, type Visitor} from './browser.js';
import {password} from './secrets.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        funds: 'Settlement funds', ended: 'Your session has ended', saved: 'Saved in your account.',
        leave: 'Go on without signing in', browser: 'Kept in this browser only.',
        mine: 'Keep what stands here', theirs: 'Take what the account has', differ: /They differ in: (.*)\./,
        signIn: 'Sign in',
    },
    fr: {
        funds: 'Fonds', ended: 'Votre session a pris fin', saved: 'Enregistré dans votre compte.',
        leave: 'Continuer sans se connecter', browser: 'Conservé dans ce navigateur seulement.',
        mine: 'Garder ce qui est ici', theirs: 'Prendre ce qui est dans le compte', differ: /Ils diffèrent en ceci\u00a0: (.*)\./,
        signIn: 'Se connecter',
    },
};

const fundsOf = (visitor: Visitor) => visitor.page.getByLabel(words[visitor.lang].funds).first();

async function isSaved(visitor: Visitor): Promise<void> {
    await visitor.page.locator('aside [role=status]', {hasText: words[visitor.lang].saved}).waitFor();
}

/// Once the service has taken a change.
async function change(visitor: Visitor, funds: string): Promise<void> {
    const put = visitor.page.waitForResponse(
        (response) => response.request().method() === 'PUT' && response.status() === 200,
    );
    await fundsOf(visitor).fill(funds);
    await put;
    await isSaved(visitor);
}

for (const lang of languages) {
    test(`a session that ends in the middle is gone on with in place in ${lang}`, async () => {
        const say = words[lang];
        const {visitor} = await comeSignedIn(browser, service, {lang, person: 'candidate'});
        const {page, context} = visitor;
        await visitor.open('/profile/more');
        await change(visitor, '11000');
        await context.clearCookies({name: 'jobscout'});
        await fundsOf(visitor).fill('12000');
        const dialog = page.getByRole('dialog', {name: say.ended});
        await dialog.waitFor();
        await visitor.isAccessible(`session ended ${lang}`);
        assert.equal(await page.locator('input').filter({visible: true}).first().isVisible(), true);
        await dialog.getByLabel(labelsOf(lang).password, {exact: true}).fill('not the one');
        await dialog.getByRole('button', {name: say.signIn, exact: true}).click();
        await dialog.getByRole('alert').waitFor();
        await dialog.getByLabel(labelsOf(lang).password, {exact: true}).fill(password);
        await dialog.getByRole('button', {name: say.signIn, exact: true}).click();
        await dialog.waitFor({state: 'detached'});
        await isSaved(visitor);
        // It is what the account has, and the page is still the one where it was typed.
        assert.equal(await fundsOf(visitor).inputValue(), '12000');
        await page.reload();
        await visitor.settle();
        assert.equal(await fundsOf(visitor).inputValue(), '12000');
        await visitor.leave();
    });

    test(`of two edits of a profile the person chooses in ${lang}`, async () => {
        const say = words[lang];
        const {visitor, email} = await comeSignedIn(browser, service, {lang, person: 'candidate'});
        const other = await come(browser, service, {lang});
        await signIn(other, email);
        await other.open('/profile/more');
        await visitor.open('/profile/more');
        await isSaved(other);
        await change(visitor, '21000');
        await fundsOf(other).fill('22000');
        const notice = other.page.getByRole('alert').filter({hasText: say.mine});
        await notice.waitFor();
        await other.isAccessible(`two edits ${lang}`);
        assert.match((await notice.textContent()) ?? '', say.differ);
        // Neither is lost until the choice is made, not even by loading the page anew.
        await other.page.reload();
        await notice.waitFor();
        assert.equal(await fundsOf(other).inputValue(), '22000');
        await notice.getByRole('button', {name: say.mine}).click();
        await isSaved(other);
        await visitor.page.reload();
        await visitor.settle();
        assert.equal(await fundsOf(visitor).inputValue(), '22000');

        await change(visitor, '23000');
        await fundsOf(other).fill('24000');
        await notice.getByRole('button', {name: say.theirs}).click();
        await notice.waitFor({state: 'detached'});
        assert.equal(await fundsOf(other).inputValue(), '23000');
        await visitor.leave();
        await other.leave();
    });
}

test('whoever does not sign in again keeps what was typed, in this browser', async () => {
    const {visitor, email} = await comeSignedIn(browser, service, {person: 'candidate'});
    const {page, context} = visitor;
    await visitor.open('/profile/more');
    await isSaved(visitor);
    await context.clearCookies({name: 'jobscout'});
    await fundsOf(visitor).fill('31000');
    await page.getByRole('button', {name: words.en.leave}).click();
    await page.getByRole('dialog').waitFor({state: 'detached'});
    await page.locator('header').getByRole('link', {name: 'Sign in'}).waitFor();
    assert.equal(await fundsOf(visitor).inputValue(), '31000');
    await page.reload();
    await visitor.settle();
    assert.equal(await fundsOf(visitor).inputValue(), '31000');
    // It goes into the account once its owner is back: nobody else has changed it.
    await signIn(visitor, email);
    await page.waitForFunction(() => localStorage.getItem('jobscout.profile') === null);
    await visitor.open('/profile/more');
    assert.equal(await fundsOf(visitor).inputValue(), '31000');
    await visitor.leave();
});

test('what is not complete stays in this browser, and signing out asks before it goes', async () => {
    const {visitor} = await comeSignedIn(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await visitor.open('/profile/languages');
    await page.getByRole('button', {name: /^Add/}).first().click();
    await page.getByText('What is not complete yet stands in this browser only.').waitFor();
    const tests = await page.locator('.item').count();
    await page.reload();
    await visitor.settle();
    assert.equal(await page.locator('.item').count(), tests);
    await visitor.open('/account');
    await page.getByRole('button', {name: 'Sign out', exact: true}).click();
    await page.getByRole('dialog').waitFor();
    await visitor.isAccessible('signing out');
    await page.getByRole('button', {name: 'Sign out and delete it here'}).click();
    await page.waitForURL(/\/en$/);
    assert.deepEqual(await keptHere(visitor), []);
    await visitor.leave();
});

test('nothing of a profile goes into the account before its person agrees', async () => {
    const email = await register(service, 'noor');
    const visitor = await come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    const sent: string[] = [];
    page.on('request', (request) => {
        if (new URL(request.url()).pathname.startsWith('/v1/candidates')) {
            sent.push(request.method());
        }
    });
    await signIn(visitor, email);
    await page.getByRole('button', {name: 'Not now'}).click();
    await visitor.open('/profile/you');
    await page.getByText(words.en.browser).waitFor();
    await visitor.open('/matches');
    await page.locator('.match').first().waitFor();
    assert.deepEqual(sent, []);
    // A failure loses nothing, and trying again stores it once.
    await page.route('**/v1/candidates', (route) => route.abort());
    await page.getByRole('button', {name: 'Keep it in my account'}).click();
    await page.getByRole('alert').waitFor();
    await page.unroute('**/v1/candidates');
    await keepProfile(visitor);
    await page.waitForFunction(() => localStorage.getItem('jobscout.profile') === null);
    await visitor.leave();
});

test('signing out in one window leaves nothing in another', async () => {
    const {visitor} = await comeSignedIn(browser, service, {person: 'candidate'});
    const second = await visitor.context.newPage();
    await second.goto(`${service.url}/en/profile/you`);
    await second.waitForFunction(() => document.querySelector<HTMLInputElement>('main input[type=date]')?.value === '1993-04-12');
    await visitor.open('/account');
    await visitor.page.getByRole('button', {name: 'Sign out', exact: true}).click();
    await visitor.page.waitForURL(/\/en$/);
    await second.waitForFunction(() => document.querySelector<HTMLInputElement>('main input[type=date]')?.value === '');
    await visitor.leave();
});
