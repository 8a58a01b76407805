// A browser beside the service, and what every page has to be.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

import {chromium, type Browser, type BrowserContext, type Page} from 'playwright-core';

import {sample, Service} from './service.js';

const root = process.env['JOBSCOUT_ROOT'] ?? '.';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];
export type Theme = 'light' | 'dark';

/// The theme in which the pages of a language are looked at: what is wrong with words is wrong in both themes, and
/// what is wrong with colours in both languages.
export const themeOf = (lang: Language): Theme => (lang === 'en' ? 'light' : 'dark');

export const startService = (files: {[name: string]: string} = {}, lists: {[kind: string]: string} = {}) =>
    Service.start(['--web', join(root, 'build/web/site')], files, lists);

export const startBrowser = (): Promise<Browser> =>
    // Root has no sandbox to begin with.
    chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});

export interface Visit {
    lang?: Language;
    theme?: Theme;
    width?: number;
    zoom?: number; ///< As a browser zooms, which leaves that much less room.
    moving?: boolean; ///< Does not ask for less motion.
    person?: string; ///< Of deploy/sample; none: nobody.
}

/// Somebody with a window of their own.
export class Visitor {
    readonly complaints: string[] = []; ///< Of the browser: errors, and whatever the policy refuses.
    readonly elsewhere: string[] = []; ///< Requests to another host.

    private constructor(
        readonly page: Page,
        readonly context: BrowserContext,
        private readonly url: string,
        readonly lang: Language,
    ) {}

    static async come(browser: Browser, service: Service, visit: Visit = {}): Promise<Visitor> {
        const {lang = 'en', theme = 'light', width = 1280, zoom = 1, moving = false, person} = visit;
        const context = await browser.newContext({
            viewport: {width: width / zoom, height: 900 / zoom},
            deviceScaleFactor: zoom,
            colorScheme: theme,
            locale: `${lang}-CA`,
            reducedMotion: moving ? 'no-preference' : 'reduce',
        });
        const visitor = new Visitor(await context.newPage(), context, service.url, lang);
        visitor.page.setDefaultTimeout(120_000); // Whatever else the machine does.
        visitor.page.on('console', (message) => {
            if (message.type() === 'error') {
                visitor.complaints.push(message.text());
            }
        });
        visitor.page.on('pageerror', (error) => visitor.complaints.push(error.message));
        visitor.page.on('request', (request) => {
            if (!request.url().startsWith(service.url) && !request.url().startsWith('blob:')) {
                visitor.elsewhere.push(request.url());
            }
        });
        if (person !== undefined) {
            await visitor.bring(sample(`${person}.json`));
        }
        return visitor;
    }

    /// Imports a profile as people do.
    async bring(document: string): Promise<void> {
        await this.open('');
        await this.page.setInputFiles('input[type=file]', {
            name: 'profile.json',
            mimeType: 'application/json',
            buffer: Buffer.from(document),
        });
        await this.page.waitForSelector('dialog[open]');
        await this.page.keyboard.press('Escape');
        await this.page.waitForURL(/\/profile/);
        // The profile is kept.
        await this.page.waitForFunction(() => localStorage.getItem('jobscout.profile') !== null);
    }

    /// A page in the language of the visit, once it says what it has to say.
    async open(path: string): Promise<void> {
        await this.page.goto(`${this.url}/${this.lang}${path}`);
        await this.settle();
    }

    async settle(): Promise<void> {
        await this.page.waitForSelector('main h1, main h2');
        await this.page.waitForFunction(
            () => document.querySelector('.loading, [aria-busy=true]') === null,
        );
    }

    /// No violation of WCAG 2.2 AA, or of what axe holds best.
    async isAccessible(what: string): Promise<void> {
        await this.page.evaluate(axe);
        const found = await this.page.evaluate(async () => {
            const {axe: checker} = window as unknown as {
                axe: {run: (where: Document, options: object) => Promise<any>};
            };
            const {violations} = await checker.run(document, {resultTypes: ['violations']});
            return violations.map(
                (one: any) =>
                    `${one.id}: ${one.nodes
                        .slice(0, 3)
                        .map((node: any) => `${node.html.slice(0, 160)} ${node.failureSummary}`)
                        .join(' | ')}`,
            );
        });
        assert.deepEqual(found, [], what);
    }

    /// Nothing is wider than the window but what scrolls within itself.
    async fits(what: string): Promise<void> {
        const wider = await this.page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(wider <= 0, `${what} is ${wider} pixels wider than the window`);
    }

    async leave(): Promise<void> {
        await this.context.close();
    }
}
