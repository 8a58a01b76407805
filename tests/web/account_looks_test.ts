// Pages of accounts, English in light colours and French in dark ones: no violation that axe finds, and nothing wider than
// a window of 320 pixels.

import {after, test} from 'node:test';

import {come, comeSignedIn, letRead, openFirm} from './account.js';
import {languages, startBrowser, startService, themeOf, type Visitor} from './browser.js';

const service = await startService();
const browser = await startBrowser();
const firm = await openFirm(service);
const {postings} = (await (await fetch(`${service.url}/v1/postings?q=title:software&limit=1`)).json()) as any;
const posting: string = postings[0].id;
after(async () => {
    await browser.close();
    await service.stop();
});

const token = '0123456789abcdef'.repeat(4);
const forNobody = [
    '/sign-in', '/sign-up', '/forgot', `/confirm#${token}`, '/confirm', `/reset#${token}`, `/invitation#${token}`,
    '/privacy', '/account', '/messages', '/requests',
];
const signedIn = [
    '/account', '/privacy', '/messages', `/messages/${firm}`, '/requests', '/profile/you', '/sign-in', '/applications',
    '/searches', '/nowhere',
];

async function consent(visitor: Visitor): Promise<void> {
    await visitor.open('/privacy');
    await letRead(visitor);
    await visitor.page.locator(`a[href$="/messages/${firm}"]`).waitFor();
}

for (const lang of languages) {
    const theme = themeOf(lang);
    test(`pages of accounts are accessible in ${lang}, ${theme}`, async () => {
        const nobody = await come(browser, service, {lang, theme});
        for (const path of forNobody) {
            await nobody.open(path);
            await nobody.isAccessible(`${path} ${lang} ${theme}`);
        }
        await nobody.open('/sign-up');
        await nobody.page.locator('main button[type=submit]').click();
        await nobody.isAccessible(`sign-up refused ${lang} ${theme}`);
        await nobody.leave();
        const {visitor} = await comeSignedIn(browser, service, {lang, theme, person: 'candidate_fr'});
        await consent(visitor);
        for (const path of signedIn) {
            await visitor.open(path);
            await visitor.isAccessible(`${path} signed in ${lang} ${theme}`);
        }
        await visitor.open(`/applications/new/${posting}`);
        await visitor.isAccessible(`beginning an application ${lang} ${theme}`);
        await visitor.page.locator('main .button-main').click();
        await visitor.page.locator('.events li').first().waitFor();
        await visitor.isAccessible(`application ${lang} ${theme}`);
        await visitor.open('/applications');
        await visitor.page.locator('.card').waitFor();
        await visitor.isAccessible(`board ${lang} ${theme}`);
        await visitor.page.route('**/v1/**', (route) => route.abort());
        await visitor.open('/account');
        await visitor.isAccessible(`account not reached ${lang} ${theme}`);
        await visitor.leave();
    });

    test(`pages of accounts fit into 320 pixels in ${lang}`, async () => {
        const nobody = await come(browser, service, {lang, width: 320});
        for (const path of forNobody) {
            await nobody.open(path);
            await nobody.fits(`${path} ${lang}`);
        }
        await nobody.leave();
        const {visitor} = await comeSignedIn(browser, service, {lang, width: 320, person: 'candidate_fr'});
        await consent(visitor);
        for (const path of [...signedIn, '/matches']) {
            await visitor.open(path);
            await visitor.fits(`${path} signed in ${lang}`);
        }
        await visitor.leave();
    });
}
