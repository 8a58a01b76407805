// Whoever needs larger letters or less motion: at 200 % nothing is cut off or lies over something else,
// by the zoom of the browser and by letters of twice the size; what moves stands
// still where asked, and a page on paper is one.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {comeSignedIn} from './account.js';
import {languages, startBrowser, startService, Visitor} from './browser.js';

const service = await startService();
const browser = await startBrowser();
const {postings} = (await (await fetch(`${service.url}/v1/postings?q=title:software&limit=1`)).json()) as any;
after(async () => {
    await browser.close();
    await service.stop();
});

const pages = [
    '', '/profile/you', '/profile/languages', '/matches', '/matches?view=map', `/postings/${postings[0].id}`, '/score',
    '/searches', '/applications', '/account', '/privacy', '/messages', '/requests',
];

/// Texts of buttons, fields and headings that are wider than what they stand in, or higher than its frame.
const cutOff = ({page}: Visitor): Promise<string[]> =>
    page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('h1, h2, h3, .button, .state, .badge, .top a, dt, legend, label')]
            .filter((one) => one.offsetParent !== null && !one.closest('.hidden-text, .skip'))
            .filter((one) => {
                const {scrollWidth, clientWidth, scrollHeight, clientHeight} = one;
                const framed = one.matches('.button, .state, .badge') && scrollHeight > clientHeight + 1;
                return clientWidth > 0 && (scrollWidth > clientWidth + 1 || framed);
            })
            .map((one) => one.outerHTML.slice(0, 120)),
    );

for (const lang of languages) {
    test(`at 200 % everything is there and readable, in ${lang}`, async () => {
        const {visitor} = await comeSignedIn(browser, service, {lang, zoom: 2, person: 'candidate_fr'});
        for (const path of pages) {
            await visitor.open(path);
            await visitor.fits(`${path} ${lang} at 200 %`);
            assert.deepEqual(await cutOff(visitor), [], `${path} ${lang} at 200 %`);
        }
        await visitor.leave();
    });

    test(`letters may be twice as large, in ${lang}`, async () => {
        const {visitor} = await comeSignedIn(browser, service, {lang, person: 'candidate_fr'});
        for (const path of pages) {
            await visitor.open(path);
            await visitor.page.evaluate(() => {
                document.documentElement.style.fontSize = '200%';
            });
            await visitor.fits(`${path} ${lang} in large letters`);
            assert.deepEqual(await cutOff(visitor), [], `${path} ${lang} in large letters`);
        }
        await visitor.leave();
    });
}

test('nothing moves where less motion is asked for', async () => {
    const moving = async (visitor: Visitor): Promise<number> => {
        await visitor.open('/matches');
        await visitor.page.locator('.match').first().waitFor();
        return visitor.page.evaluate(
            () =>
                [...document.querySelectorAll('*')].filter((one) => {
                    const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(one);
                    return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
                }).length,
        );
    };
    const anybody = await Visitor.come(browser, service, {moving: true, person: 'candidate'});
    assert.notEqual(await moving(anybody), 0, 'there is something that can stand still');
    await anybody.leave();
    const asking = await Visitor.come(browser, service, {person: 'candidate'});
    assert.equal(await moving(asking), 0);
    await asking.leave();
});

test('what is printed has what can be read, and nothing to press', async () => {
    const visitor = await Visitor.come(browser, service, {theme: 'dark', person: 'candidate'});
    const {page} = visitor;
    for (const path of ['/matches', `/postings/${postings[0].id}`, '/score']) {
        await visitor.open(path);
        await page.locator('.match, .parts, .breakdown').first().waitFor();
        const pressed = page.locator('nav, .button, .actions, .back, .switch, .query').filter({visible: true});
        assert.notEqual(await pressed.count(), 0, path);
        await page.emulateMedia({media: 'print'});
        assert.equal(await pressed.count(), 0, path);
        assert.equal(await page.locator('h1').isVisible(), true);
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
        await page.emulateMedia({media: 'screen'});
    }
    await visitor.leave();
});
