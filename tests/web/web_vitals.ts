// What pages cost whoever opens them: LCP, CLS and INP as browsers measure them (web.dev/vitals), each
// page opened anew with nothing cached, then used as people use it. A measurement and no test: it
// prints a table. `tests/web/run --vitals [RUNS]`.

import {type Browser, type BrowserContextOptions, type Page} from 'playwright-core';

import {startBrowser, startService, Visitor} from './browser.js';
import {manyPostings} from './many.js';

interface Vitals {
    lcp: number;
    cls: number;
    inp: number;
    interactions: number;
}

interface Way {
    name: string;
    window: BrowserContextOptions;
    slowdown: number;
    /// As Lighthouse has a phone on a slow mobile network.
    network?: {latency: number; downloadThroughput: number; uploadThroughput: number};
}

const phone: BrowserContextOptions = {
    viewport: {width: 390, height: 844}, deviceScaleFactor: 3, isMobile: true, hasTouch: true,
};
const slow4G = {latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8};
const ways: Way[] = [
    {name: 'desktop', window: {viewport: {width: 1280, height: 900}}, slowdown: 1},
    {name: 'phone, CPU 4 times slower', window: phone, slowdown: 4},
    {name: 'the same on 1.6 Mbit/s, 150 ms', window: phone, slowdown: 4, network: slow4G},
];

/// What is done on a page: each click and key is an interaction.
const uses: {[page: string]: (page: Page) => Promise<void>} = {
    matches: async (page) => {
        await page.locator('.match').first().waitFor();
        const save = page.locator('.match-actions button').first();
        await save.click();
        await page.locator('.match-actions button').nth(1).click();
        await page.locator('.trust').first().click();
        await page.locator('.check-line').first().waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.more').click();
        await page.waitForFunction(() => document.querySelectorAll('.match').length > 50);
        const words = page.locator('.query input');
        await words.click();
        await words.pressSequentially('software');
        await words.press('Enter');
        await page.waitForFunction(() => document.querySelector('[aria-busy=true], .loading') === null);
    },
    posting: async (page) => {
        await page.locator('.parts tr').first().waitFor();
        await page.locator('.posting-head button').click();
        await page.locator('.trust').first().click();
        await page.locator('dialog .check-line').first().waitFor();
        await page.keyboard.press('Escape');
        await page.locator('details.report summary').last().click();
        await page.locator('details.report form').last().waitFor();
    },
    score: async (page) => {
        await page.locator('.breakdown').first().waitFor();
        const step = page.locator('.plan-step input[type=checkbox]').first();
        await step.click();
        const slider = page.locator('.plan input[type=range]').first();
        await slider.focus();
        for (let pressed = 0; pressed < 5; pressed += 1) {
            await page.keyboard.press('ArrowRight');
        }
        await step.click();
    },
    profile: async (page) => {
        const funds = page.locator('main input.input-decimal').first();
        await funds.click();
        await funds.fill('');
        await funds.pressSequentially('21000');
        await page.locator('main input[type=radio], main input[type=checkbox]').first().click();
    },
};

/// Runs in the page, before anything of it.
function watch(): void {
    const seen = {lcp: 0, shifts: [] as [number, number][], interactions: {} as Record<number, number>};
    (window as any).vitals = seen;
    new PerformanceObserver((list) => {
        seen.lcp = list.getEntries().at(-1)?.startTime ?? seen.lcp;
    }).observe({type: 'largest-contentful-paint', buffered: true});
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as any[]) {
            if (!entry.hadRecentInput) {
                seen.shifts.push([entry.startTime, entry.value]);
            }
        }
    }).observe({type: 'layout-shift', buffered: true});
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as any[]) {
            if (entry.interactionId) {
                seen.interactions[entry.interactionId] = Math.max(seen.interactions[entry.interactionId] ?? 0, entry.duration);
            }
        }
    }).observe({type: 'event', buffered: true, durationThreshold: 16} as any);
}

/// Runs in the page, after all of it. Shifts count by bursts of at most five seconds with less than
/// one between two; the slowest of fewer than 50 interactions is INP.
function told(): Vitals {
    const {lcp, shifts, interactions} = (window as any).vitals;
    let [cls, sum, first, last] = [0, 0, 0, 0];
    for (const [at, value] of shifts) {
        const goesOn = at - last < 1000 && at - first < 5000;
        [sum, first] = goesOn ? [sum + value, first] : [value, at];
        last = at;
        cls = Math.max(cls, sum);
    }
    const all = Object.values(interactions) as number[];
    return {lcp, cls, inp: Math.max(0, ...all), interactions: all.length};
}

async function measure(browser: Browser, way: Way, kept: any, address: string, use: (page: Page) => Promise<void>): Promise<Vitals> {
    const context = await browser.newContext({...way.window, storageState: kept, locale: 'en-CA'});
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', {rate: way.slowdown});
    if (way.network) {
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', {offline: false, ...way.network});
    }
    page.setDefaultTimeout(120_000);
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector('main h1') !== null && document.querySelector('.loading') === null);
    await page.waitForTimeout(500); // What is drawn last is told a moment later.
    await use(page);
    await page.waitForTimeout(500);
    const vitals = await page.evaluate(told);
    await context.close();
    return vitals;
}

const runs = Number(process.argv[2] ?? 5);
const service = await startService({'many.ndjson': manyPostings(200)});
const browser = await startBrowser();
const visitor = await Visitor.come(browser, service, {person: 'candidate'});
const kept = await visitor.context.storageState();
const {postings} = (await (await fetch(`${service.url}/v1/postings?q=title:software&limit=1`)).json()) as any;
const paths: {[page: string]: string} = {
    matches: '/matches', posting: `/postings/${postings[0].id}`, score: '/score', profile: '/profile/more',
};
const middle = (values: number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

console.log('| | page | LCP | CLS | INP | interactions |\n|---|---|---|---|---|---|');
for (const way of ways) {
    for (const [name, use] of Object.entries(uses)) {
        const address = `${service.url}/en${paths[name]}`;
        const all: Vitals[] = [];
        for (let run = 0; run < runs; run += 1) {
            all.push(await measure(browser, way, kept, address, use));
        }
        const of = (what: keyof Vitals) => middle(all.map((one) => one[what]));
        const inp = of('inp') === 0 ? 'under 16 ms' : `${Math.round(of('inp'))} ms`;
        console.log(
            `| ${way.name} | ${name} | ${Math.round(of('lcp'))} ms | ${of('cls').toFixed(3)} | ${inp} | ${of('interactions')} |`,
        );
    }
}
await browser.close();
await service.stop();
process.exit(0);
