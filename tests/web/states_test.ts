// What goes wrong is told; what postings say stays text; and what a first visit costs.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {startBrowser, startService, Visitor} from './browser.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

/// Of compressed scripts, for the first sight of the matches.
const scriptBytesMax = 150_000;

test('a failure of the service is told, and trying again helps', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await page.route('**/v1/matches**', (route) =>
        route.fulfill({
            status: 500,
            contentType: 'application/problem+json',
            body: JSON.stringify({status: 500, title: 'Internal Server Error', trace_id: 'abc123'}),
        }),
    );
    await visitor.open('/matches');
    const alert = page.getByRole('alert');
    await alert.filter({hasText: 'abc123'}).waitFor();
    await page.unroute('**/v1/matches**');
    await alert.getByRole('button', {name: 'Try again'}).click();
    await page.locator('.match').first().waitFor();

    await page.route('**/v1/crs**', (route) =>
        route.fulfill({status: 503, contentType: 'application/problem+json', body: '{"status": 503}'}),
    );
    await visitor.open('/score');
    await page.getByRole('alert').filter({hasText: 'busy'}).waitFor();
    await visitor.leave();
});

test('without a connection the page says so, and keeps what it has', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page, context} = visitor;
    await visitor.open('/matches');
    const title = await page.locator('.match h2').first().textContent();
    await context.setOffline(true);
    await page.locator('.offline').waitFor();
    assert.equal(await page.locator('.match h2').first().textContent(), title);
    await page.getByLabel('Order').selectOption('pay');
    await page.getByRole('alert').filter({hasText: 'did not answer'}).waitFor();
    await context.setOffline(false);
    await page.locator('.offline').waitFor({state: 'detached'});
    await page.getByRole('button', {name: 'Try again'}).click();
    await page.locator('.match').first().waitFor();
    await visitor.leave();
});

/// What would run if any of it were taken for more than text, whatever the service lets through.
const hostile = {
    title: 'Engineer <img src=x onerror="window.ran=1"> & <b>Co</b>',
    hiring_organization: '"><script>window.ran=1</script>',
    url: 'javascript:window.ran=1',
    description: '</p><svg onload="window.ran=1"> {{constructor.constructor("window.ran=1")()}}',
    duties: ['<iframe srcdoc="<script>parent.ran=1</script>"></iframe>'],
};

test('what a posting says is text and nothing else', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await page.route('**/v1/matches**', async (route) => {
        const answer = await (await route.fetch()).json();
        Object.assign(answer.matches[0].posting, hostile);
        await route.fulfill({json: answer});
    });
    await page.route(/\/v1\/postings\/\d+(\?|$)/, async (route) => {
        const answer = await (await route.fetch()).json();
        Object.assign(answer.posting, hostile);
        await route.fulfill({json: answer});
    });
    await visitor.open('/matches');
    const row = page.locator('.match').first();
    assert.equal(await row.locator('h2').textContent(), hostile.title);
    assert.equal(await row.locator('[data-original]').count(), 0);
    await row.locator('h2 a').click();
    await page.locator('.own-words', {hasText: hostile.description}).waitFor();
    assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
    assert.equal(await page.evaluate(() => (window as unknown as {ran?: number}).ran), undefined);
    assert.equal(await page.locator('main img, main iframe, main script').count(), 0);
    assert.deepEqual(visitor.complaints, []);
    await visitor.leave();
});

test('the policy of the pages refuses scripts from elsewhere and within', async () => {
    const visitor = await Visitor.come(browser, service);
    await visitor.open('');
    const ran = await visitor.page.evaluate(async () => {
        const script = document.createElement('script');
        try {
            script.textContent = 'window.ran = 1';
            document.body.append(script);
        } catch {
            // Trusted types refuse even the attempt.
        }
        return (window as unknown as {ran?: number}).ran;
    });
    assert.equal(ran, undefined);
    const answer = await fetch(`${service.url}/en`);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    assert.doesNotMatch(policy, /unsafe|\*|http/);
    await visitor.leave();
});

test('pages are led to by the language accepted, at any path', async () => {
    const toFrench = await fetch(`${service.url}/`, {
        headers: {'Accept-Language': 'fr-CA,fr;q=0.9,en;q=0.5'},
        redirect: 'manual',
    });
    assert.equal(toFrench.status, 302);
    assert.equal(toFrench.headers.get('Location'), '/fr');
    const page = await fetch(`${service.url}/fr/postings/7`);
    assert.match(await page.text(), /<html lang="fr">/);
});

test('the first sight of the matches costs little', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page, context} = visitor;
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', {cacheDisabled: true});
    const types = new Map<string, string>();
    const bytes = new Map<string, number>();
    session.on('Network.responseReceived', ({requestId, type}) => types.set(requestId, type));
    session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
        const type = types.get(requestId) ?? '';
        bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength);
    });
    await page.addInitScript(() => {
        const seen = window as unknown as {lcp: number; cls: number};
        seen.lcp = seen.cls = 0;
        new PerformanceObserver((list) => {
            seen.lcp = list.getEntries().at(-1)?.startTime ?? 0;
        }).observe({type: 'largest-contentful-paint', buffered: true});
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as any[]) {
                seen.cls += entry.hadRecentInput ? 0 : entry.value;
            }
        }).observe({type: 'layout-shift', buffered: true});
    });
    await visitor.open('/matches');
    await page.locator('.match').first().waitFor();
    await page.waitForTimeout(500); // For entries that the browser tells later.
    const {lcp, cls} = await page.evaluate(() => {
        const seen = window as unknown as {lcp: number; cls: number};
        return {lcp: seen.lcp, cls: seen.cls};
    });
    const kilobytes = (type: string) => Math.round((bytes.get(type) ?? 0) / 100) / 10;
    console.log(
        `# scripts ${kilobytes('Script')} kB, styles ${kilobytes('Stylesheet')} kB, fonts ${kilobytes('Font')} kB, ` +
            `LCP ${Math.round(lcp)} ms, CLS ${cls.toFixed(3)}`,
    );
    const scripts = bytes.get('Script') ?? 0;
    assert.ok(scripts > 10_000 && scripts <= scriptBytesMax, `${scripts} bytes of scripts`);
    assert.ok(cls <= 0.1, `layout shifts of ${cls}`);
    await visitor.leave();
});
