// What if: steps of a plan, drawn with sliders, and what the service says that they would do.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {setTimeout} from 'node:timers/promises';

import {languages, startBrowser, startService, themeOf, Visitor} from './browser.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        test: 'A language test', job: 'Work in Canada', education: 'A credential from Canada',
        offer: 'An offer of employment', nomination: 'A nomination by a province', when: 'When',
        listening: 'Listening', horizon: 'Look ahead', reported: 'unknown',
    },
    fr: {
        test: 'Un test de langue', job: 'Travailler au Canada', education: 'Un diplôme canadien',
        offer: 'Une offre d’emploi', nomination: 'Une désignation par une province', when: 'Quand',
        listening: 'Compréhension de l’oral', horizon: 'Voir à l’avance', reported: 'inconnu',
    },
};
type Words = (typeof words)['en'];
const steps = ['test', 'job', 'education', 'offer', 'nomination'] as const;

/// What the page has asked since it was loaded, and what it was answered.
interface Question {
    plan: any;
    status?: number;
    answer?: any;
}

/// Notes both, since a browser does not tell the body of a Request.
async function note(visitor: Visitor): Promise<void> {
    await visitor.page.addInitScript(() => {
        const questions: Question[] = [];
        const {fetch} = window;
        Object.assign(window, {questions});
        window.fetch = async (...what) => {
            const [request] = what;
            if (!(request instanceof Request && request.url.includes('/v1/projections'))) {
                return fetch(...what);
            }
            const question: Question = {plan: JSON.parse(await request.clone().text()).plan};
            questions.push(question);
            const response = await fetch(...what);
            question.answer = await response.clone().json();
            question.status = response.status;
            return response;
        };
    });
}

const questionsOf = (visitor: Visitor): Promise<Question[]> =>
    visitor.page.evaluate(() => (window as unknown as {questions: Question[]}).questions);

/// The last question, with its answer, when `act` has led to one more than there were and none is open.
async function asked(visitor: Visitor, act: () => Promise<unknown>, before?: number): Promise<Question> {
    const least = before ?? (await questionsOf(visitor)).length;
    await act();
    for (;;) {
        const questions = await questionsOf(visitor);
        if (questions.length > least && questions.every(({status}) => status !== undefined)) {
            const last = questions.at(-1)!;
            assert.equal(last.status, 200, JSON.stringify(last.answer));
            return last;
        }
        await setTimeout(20); // By this program's clock: the page's may stand still.
    }
}

const askedOnOpening = (visitor: Visitor): Promise<Question> => asked(visitor, () => visitor.open('/score'), 0);

const take = (visitor: Visitor, step: string) =>
    visitor.page.getByRole('checkbox', {name: step, exact: true}).check();

const scored = (score: number) => new RegExp(`^${score} `);

const totalOf = (answer: any): number =>
    answer.months.at(-1).totals.find((one: any) => one.rules === answer.basis).points;

for (const lang of languages) {
    test(`a plan says what it would do, by keyboard alone, in ${lang}`, async () => {
        const visitor = await Visitor.come(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        const {keyboard} = page;
        const say: Words = words[lang];
        await note(visitor);
        const {answer: idle} = await askedOnOpening(visitor);
        const said = page.locator('.plan-said');
        await said.filter({hasText: scored(totalOf(idle))}).waitFor();

        await page.getByRole('checkbox', {name: say.job}).focus();
        const job = await asked(visitor, () => keyboard.press('Space'));
        assert.equal(job.plan.job.noc, '00012', 'the occupation worked in now');
        assert.ok(totalOf(job.answer) > totalOf(idle), 'work in Canada earns points');
        await said.filter({hasText: scored(totalOf(job.answer))}).waitFor();
        // Every rule set with its name, before and after; what is not known is called so.
        const lines = page.locator('.plan-result tbody tr');
        assert.equal(await lines.count(), job.answer.rules.length);
        assert.equal(await lines.last().locator('.unknown').first().textContent(), say.reported);
        assert.ok((await page.locator('.plan-events li').count()) > 0);

        const when = page.getByRole('slider', {name: say.when});
        await when.focus();
        const later = await asked(visitor, () => keyboard.press('End'));
        assert.ok(totalOf(later.answer) < totalOf(job.answer), 'work that begins at the end earns none');
        // The plan is nobody's business; how far one looks may be shared.
        await page.getByRole('slider', {name: say.horizon}).focus();
        const farther = await asked(visitor, () => keyboard.press('ArrowRight'));
        assert.equal(farther.answer.months.length, idle.months.length + 6);
        assert.match(page.url(), /\/score\?months=30$/);
        await page.reload();
        await page.getByRole('slider', {name: say.horizon}).waitFor();
        assert.equal(await page.getByRole('slider', {name: say.horizon}).inputValue(), '30');
        assert.deepEqual(visitor.complaints, []);
        await visitor.leave();
    });

    test(`every step of a plan is accessible and fits, in ${lang}`, async () => {
        const say: Words = words[lang];
        const theme = themeOf(lang);
        const visitor = await Visitor.come(browser, service, {
            lang, theme, width: theme === 'light' ? 1280 : 320, person: 'candidate',
        });
        const {page} = visitor;
        await visitor.open('/score');
        for (const step of steps) {
            await take(visitor, say[step]);
        }
        await page.locator('.plan-events li').first().waitFor();
        await visitor.isAccessible(`plan ${lang} ${theme}`);
        await visitor.fits(`plan ${lang} ${theme}`);
        const sliders = page.getByRole('slider');
        assert.equal(await sliders.count(), 1 + steps.length + 4);
        for (const slider of await sliders.all()) {
            assert.ok(((await slider.boundingBox())?.height ?? 0) >= 24);
        }
        await visitor.leave();
    });
}

test('while a slider moves nothing is asked, and then once', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    const {test: name, listening} = words.en;
    await note(visitor);
    await askedOnOpening(visitor);
    await asked(visitor, () => take(visitor, name));
    await page.clock.install();
    const before = (await questionsOf(visitor)).length;
    const slider = page.getByRole('slider', {name: listening});
    await slider.focus();
    for (let steps = 0; steps < 3; ++steps) {
        await page.keyboard.press('ArrowRight');
        await page.clock.runFor(200);
    }
    assert.equal((await questionsOf(visitor)).length, before);
    const {plan, answer} = await asked(visitor, () => page.clock.runFor(100));
    assert.equal((await questionsOf(visitor)).length, before + 1);
    assert.equal(plan.language_tests[0].clb.listening, 10);
    assert.equal(answer.months.length > 1, true);
    await visitor.leave();
});

test('a plan that cannot be worked out is told, and trying again helps', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await page.route('**/v1/projections**', (route) => route.fulfill({status: 503, body: '{"status": 503}'}));
    await visitor.open('/score');
    const alert = page.locator('.plan-result').getByRole('alert');
    await alert.waitFor();
    await page.unroute('**/v1/projections**');
    await alert.getByRole('button').click();
    await page.locator('.plan-said', {hasText: /^\d+ points/}).waitFor();
    await visitor.leave();
});
