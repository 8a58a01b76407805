// The map of matches: loaded when it is opened, the same places as a list beside it, and a choice
// of a place that the list beneath keeps to.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {languages, startBrowser, startService, themeOf, Visitor, type Language} from './browser.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {map: 'Map', places: 'Places', everywhere: 'Everywhere', only: 'Only', whole: 'All of Canada'},
    fr: {map: 'Carte', places: 'Lieux', everywhere: 'Partout', only: 'Seulement', whole: 'Tout le Canada'},
};

async function openMap(visitor: Visitor, lang: Language): Promise<void> {
    await visitor.open('/matches');
    await visitor.page.getByRole('button', {name: words[lang].map, exact: true}).click();
    await visitor.page.locator('.map-dot').first().waitFor();
}

test('a city is called as it is in the language of the page', async () => {
    for (const [lang, name] of [['en', 'Greater Sudbury'], ['fr', 'Grand Sudbury']] as const) {
        const visitor = await Visitor.come(browser, service, {lang, person: 'candidate_fr'});
        await openMap(visitor, lang);
        await visitor.page.locator('.map-place', {hasText: name}).waitFor();
        await visitor.page.locator('.match .facts li', {hasText: name}).first().waitFor();
        await visitor.leave();
    }
});

for (const lang of languages) {
    test(`a place chosen on the map is what the list keeps to, in ${lang}`, async () => {
        const visitor = await Visitor.come(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        const say = words[lang];
        const scripts: string[] = [];
        page.on('request', (request) => scripts.push(request.url()));
        await visitor.open('/matches');
        const rows = page.locator('.match');
        await rows.first().waitFor();
        const all = await rows.count();
        assert.ok(!scripts.some((url) => /\/map-/.test(url)), 'no part of the first load');
        await openMap(visitor, lang);
        assert.match(page.url(), /view=map/);
        assert.ok(scripts.some((url) => /\/map-.*\.js/.test(url)));

        // The list says what the drawing shows.
        const places = page.locator('.map-place');
        assert.ok((await places.count()) > 3);
        const pointless = await places.locator('.hint').count();
        assert.equal(await page.locator('.map-dot').count(), (await places.count()) - pointless);
        assert.equal(await page.locator('.map-province').count(), 13);
        const count = async (place: number) =>
            parseInt((await places.nth(place).locator('.count').textContent()) ?? '');
        assert.ok((await count(0)) >= (await count(1)));

        await places.first().focus();
        await page.keyboard.press('Enter');
        await page.waitForURL(/place=/);
        const there = await count(0);
        await page.locator('.list-head', {hasText: new RegExp(`^${there}\\b`)}).waitFor();
        assert.equal(await rows.count(), there);
        const chosen = page.locator('.chosen');
        const name = ((await chosen.locator('span').first().textContent()) ?? '').replace(`${say.only} `, '');
        for (const facts of await rows.locator('.facts').allTextContents()) {
            assert.ok(facts.includes(name), `${facts} has ${name}`);
        }
        // Also for who comes by the address, as a list alone.
        await page.reload();
        await visitor.settle();
        await places.first().waitFor();
        assert.equal(await places.first().getAttribute('aria-pressed'), 'true');
        await chosen.getByRole('button', {name: say.everywhere}).click();
        await page.waitForURL((url) => !url.search.includes('place='));
        assert.equal(await rows.count(), all);

        // By pointer on the drawing itself.
        await page.locator('.map-dot').last().click();
        await page.waitForURL(/place=/);
        assert.equal(await page.locator('.map-marked').count(), 1);
        assert.equal(await page.locator('.map-place[aria-pressed=true]').count(), 1);
        await page.getByRole('button', {name: say.whole}).click();
        const boxes = await page.locator('.map-frame, .map-province').evaluateAll((elements) =>
            elements.map((element) => element.getBoundingClientRect()),
        );
        const [frame, ...provinces] = boxes;
        for (const province of provinces) {
            assert.ok(frame && province.left >= frame.left && province.right <= frame.right);
            assert.ok(frame && province.top >= frame.top && province.bottom <= frame.bottom);
        }
        assert.deepEqual(visitor.complaints, []);
        assert.deepEqual(visitor.elsewhere, []);
        await visitor.leave();
    });

    test(`the map is accessible and fits, in ${lang}`, async () => {
        const theme = themeOf(lang);
        const one = await Visitor.come(browser, service, {lang, theme, person: 'candidate'});
        await openMap(one, lang);
        await one.isAccessible(`map ${lang} ${theme}`);
        await one.page.locator('.map-place').first().click();
        await one.page.locator('.chosen').waitFor();
        await one.isAccessible(`map with a place ${lang} ${theme}`);
        await one.leave();
        const visitor = await Visitor.come(browser, service, {lang, width: 320, person: 'candidate'});
        await openMap(visitor, lang);
        await visitor.fits(`map ${lang}`);
        for (const box of await visitor.page.locator('.map-place').all()) {
            assert.ok(((await box.boundingBox())?.height ?? 0) >= 24);
        }
        await visitor.leave();
    });
}

test('a map that does not come leaves the list as it is', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await page.route(/\/map-.*\.js/, (route) => route.abort());
    await visitor.open('/matches');
    await page.locator('.match').first().waitFor();
    const rows = await page.locator('.match').count();
    await page.getByRole('button', {name: 'Map', exact: true}).click();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.locator('.match').count(), rows);
    await page.unroute(/\/map-.*\.js/);
    await page.getByRole('button', {name: 'Try again'}).click();
    await page.locator('.map-dot').first().waitFor();
    await visitor.leave();
});

test('what a place is called stays text', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    const city = '<img src=x onerror="window.ran=1">, "a/b" & co';
    await page.route('**/v1/matches**', async (route) => {
        const answer = await (await route.fetch()).json();
        answer.matches[0].posting.job_locations[0].city = city;
        await route.fulfill({json: answer});
    });
    await openMap(visitor, 'en');
    await page.locator('.map-place', {hasText: city}).click();
    await page.waitForURL(/place=/);
    await page.locator('.chosen', {hasText: city}).waitFor();
    assert.equal(await page.locator('.match').count(), 1);
    assert.equal(await page.evaluate(() => (window as unknown as {ran?: number}).ran), undefined);
    await visitor.leave();
});
