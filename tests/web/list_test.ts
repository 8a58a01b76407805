// A list of a thousand matches: page by page, and how long a frame of scrolling takes.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {startBrowser, startService, Visitor} from './browser.js';
import {manyPostings} from './many.js';

const wanted = 1000;
const service = await startService({'many.ndjson': manyPostings(wanted + 20)});
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

interface Seen {
    frames: number[];
    longTasks: number[];
}

test('a thousand matches load by pages, and scroll frame by frame', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await visitor.open('/matches');
    const rows = page.locator('.match');
    await rows.first().waitFor();
    assert.equal(await rows.count(), 50);
    const more = page.locator('.more');
    const waited: number[] = [];
    for (let loaded = 50; loaded < wanted; loaded = await rows.count()) {
        const from = Date.now();
        // By keyboard, and by pointer where the list is longest.
        await (loaded < wanted - 50 ? more.press('Enter') : more.click());
        await page.waitForFunction(
            (before) => document.querySelectorAll('.match').length > before,
            loaded,
        );
        waited.push(Date.now() - from);
    }
    assert.equal(await more.count(), 0, 'no page beyond the best 1,000');
    const ids = await rows.evaluateAll((all) => all.map((one) => one.getAttribute('data-posting')));
    assert.ok(ids.length >= wanted, `${ids.length} rows`);
    assert.equal(new Set(ids).size, ids.length, 'each once');

    await page.evaluate(() => window.scrollTo(0, 0));
    const seen = await page.evaluate(async (): Promise<Seen> => {
        const longTasks: number[] = [];
        new PerformanceObserver((list) => {
            longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)));
        }).observe({type: 'longtask'});
        const frames: number[] = [];
        let before = performance.now();
        for (let frame = 0; frame < 240; ++frame) {
            window.scrollBy(0, 120); // 7,200 pixels a second: a strong flick.
            const now = await new Promise<number>((drawn) => requestAnimationFrame(drawn));
            frames.push(now - before);
            before = now;
        }
        await new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told)));
        return {frames: frames.slice(1), longTasks};
    });
    const sorted = [...seen.frames].sort((one, other) => one - other);
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
    console.log(
        `# ${ids.length} rows: frames of ${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(1)} ms (longest); ` +
            `${seen.longTasks.length} long tasks ${seen.longTasks.join(' ')}; ` +
            `a page of 100 in ${Math.round(waited.reduce((sum, one) => sum + one, 0) / waited.length)} ms`,
    );
    // A machine that does other things as well has slow frames now and then; a list that is laid out
    // as a whole has nothing else.
    assert.ok(at(0.5) <= 34, `a frame takes ${at(0.5)} ms`);
    assert.ok(await page.evaluate(() => window.scrollY > 25_000), 'it has scrolled');
    await visitor.leave();
});
