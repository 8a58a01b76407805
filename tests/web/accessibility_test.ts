// Every page and state of it, English in light colours and French in dark ones: no violation that axe finds, and no
// scrolling sideways at 320 pixels, which is 1280 at 400 %.

import {after, test} from 'node:test';

import {languages, startBrowser, startService, themeOf, Visitor} from './browser.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const steps = ['you', 'languages', 'education', 'work', 'spouse', 'more', 'wishes'];
const known = await fetch(`${service.url}/v1/postings?q=title:software&limit=4`);
const {postings} = (await known.json()) as {postings: {id: string}[]};
const ids = postings.map(({id}) => id);

const pages = [
    '',
    ...steps.map((step) => `/profile/${step}`),
    '/matches',
    '/matches?q=nothinghasthisword',
    '/matches?q=provnce%3ANS',
    '/matches?show=saved',
    `/matches?compare=${ids.join(',')}&view=compare`,
    `/postings/${ids[0] ?? ''}`,
    '/postings/999999',
    '/score',
    '/nowhere',
];
const bare = ['', '/profile/you', '/profile/work', '/matches', `/postings/${ids[0] ?? ''}`, '/score'];

for (const lang of languages) {
    const theme = themeOf(lang);
    test(`pages are accessible in ${lang}, ${theme}`, async () => {
        const visitor = await Visitor.come(browser, service, {lang, theme, person: 'candidate_fr'});
        for (const path of pages) {
            await visitor.open(path);
            await visitor.isAccessible(`${path} ${lang} ${theme}`);
        }
        await visitor.open('/matches');
        await visitor.page.locator('.trust').first().click();
        await visitor.page.locator('.check-line').first().waitFor();
        await visitor.isAccessible(`evidence ${lang} ${theme}`);
        await visitor.page.keyboard.press('Escape');
        await visitor.page.keyboard.press('?');
        await visitor.page.getByRole('dialog').waitFor();
        await visitor.isAccessible(`shortcuts ${lang} ${theme}`);
        await visitor.open('/profile/work');
        await visitor.page.getByRole('combobox').first().fill('infirm');
        await visitor.page.getByRole('option').first().waitFor();
        await visitor.isAccessible(`occupations ${lang} ${theme}`);
        await visitor.leave();
    });

    test(`pages without a profile are accessible in ${lang}, ${theme}`, async () => {
        const visitor = await Visitor.come(browser, service, {lang, theme});
        for (const path of bare) {
            await visitor.open(path);
            await visitor.isAccessible(`${path} ${lang} ${theme}`);
        }
        await visitor.page.route('**/v1/**', (route) => route.abort());
        await visitor.open(`/postings/${ids[0] ?? ''}`);
        await visitor.isAccessible(`failure ${lang} ${theme}`);
        await visitor.leave();
    });

    test(`pages fit into 320 pixels, and into 640, in ${lang}`, async () => {
        for (const width of [320, 640]) {
            const visitor = await Visitor.come(browser, service, {lang, width, person: 'candidate_fr'});
            for (const path of pages) {
                await visitor.open(path);
                await visitor.fits(`${path} ${lang} at ${width}`);
            }
            await visitor.leave();
        }
    });
}
