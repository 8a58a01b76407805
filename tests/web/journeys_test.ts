// From nothing to a posting, as people go, in both languages, and by keyboard alone.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {languages, startBrowser, startService, Visitor, type Language} from './browser.js';
import {sample} from './service.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        start: 'Start your profile', birth: 'Date of birth', abroad: 'Outside Canada', none: 'None',
        next: 'Next', add: /^Add/, results: 'Day of the results', listening: 'Listening',
        reading: 'Reading', writing: 'Writing', speaking: 'Speaking', level: 'Level',
        master: 'masters_or_professional', country: 'Country', completed: 'Completed on',
        eca: /assessment/, occupation: 'Occupation (NOC)', type: 'software eng', first: 'First day',
        still: 'I still work there', finish: 'See your matches', unknown: 'unknown',
        missing: 'a language test: without one', why: 'Why it fits', adds: 'What an offer would add',
    },
    fr: {
        start: 'Commencer votre profil', birth: 'Date de naissance', abroad: 'Hors du Canada',
        none: 'Aucun', next: 'Suivant', add: /^Ajouter/, results: 'Jour des résultats',
        listening: 'Compréhension de l’oral', reading: 'Compréhension de l’écrit',
        writing: 'Expression écrite', speaking: 'Expression orale', level: 'Niveau',
        master: 'masters_or_professional', country: 'Pays', completed: 'Obtenu le',
        eca: /évaluation/, occupation: 'Profession (CNP)', type: 'génie logiciel',
        first: 'Premier jour', still: 'J’y travaille encore', finish: 'Voir les emplois',
        unknown: 'inconnu', missing: 'un test de langue', why: 'Pourquoi elle vous convient',
        adds: 'Ce qu’une offre d’emploi ajouterait',
    },
};

async function enterProfile(visitor: Visitor, lang: Language): Promise<void> {
    const {page} = visitor;
    const say = words[lang];
    const panel = page.locator('.panel');
    await visitor.open('');
    await page.getByRole('link', {name: say.start}).click();
    await page.getByLabel(say.birth).fill('1993-04-12');
    await page.getByLabel(say.abroad).check();
    await page.getByRole('radio', {name: say.none, exact: true}).check();
    // The score begins, and says what it lacks.
    await panel.locator('.role-basis .figure', {hasText: /^\d+$/}).waitFor();
    assert.match((await panel.textContent()) ?? '', new RegExp(say.missing));
    await page.getByRole('link', {name: say.next}).click();

    await page.getByRole('button', {name: say.add}).click();
    await page.getByLabel(say.results).fill('2026-03-14');
    await page.getByLabel(say.listening).fill('8.5');
    await page.getByLabel(say.reading).fill('8');
    await page.getByLabel(say.writing).fill('7');
    // As it is written in French.
    await page.getByLabel(say.speaking).fill('7,5');
    await page.getByRole('link', {name: say.next}).click();

    await page.getByRole('button', {name: say.add}).click();
    await page.getByLabel(say.level).selectOption(say.master);
    await page.getByLabel(say.country).selectOption('IN');
    await page.getByLabel(say.completed).fill('2016-06-30');
    await page.getByLabel(say.eca).fill('2025-09-02');
    await page.getByRole('link', {name: say.next}).click();

    await page.getByRole('button', {name: say.add}).click();
    await page.getByRole('combobox', {name: say.occupation}).fill(say.type);
    await page.getByRole('option', {name: /21231/}).click();
    await page.getByLabel(say.country).selectOption('IN');
    await page.getByLabel(say.first).fill('2016-08-01');
    await page.getByLabel(say.still).check();
    await panel.locator('.role-basis .figure', {hasText: '456'}).waitFor();
    await page.getByRole('link', {name: say.next}).click();
    await page.getByRole('link', {name: say.next}).click();
    await page.getByRole('link', {name: say.finish}).click();
}

for (const lang of languages) {
    test(`somebody new gets from nothing to a posting in ${lang}`, async () => {
        const visitor = await Visitor.come(browser, service, {lang});
        const {page} = visitor;
        const say = words[lang];
        await enterProfile(visitor, lang);
        await visitor.settle();
        const first = page.locator('.match').first();
        await first.locator('.lift-basis .figure', {hasText: '+50'}).waitFor();
        // Three rule sets side by side, and what is unknown is called so.
        assert.equal(await first.locator('.lift').count(), 3);
        assert.equal(await first.locator('.lift-reported .unknown').textContent(), say.unknown);
        await first.locator('h2 a').click();
        await page.getByRole('heading', {name: say.why}).waitFor();
        await page.getByRole('heading', {name: say.adds}).waitFor();
        const original = page.locator('.posting-head a[target=_blank]');
        assert.equal(await original.getAttribute('rel'), 'noopener noreferrer nofollow');
        // What is nobody's business stands in no address.
        const addresses = await page.evaluate(() => location.href + history.length);
        assert.doesNotMatch(addresses, /1993|ielts|21231/);
        // It is all there after the window was closed, and in the other language.
        await visitor.open('/profile/you');
        assert.equal(await page.getByLabel(say.birth).inputValue(), '1993-04-12');
        await page.locator('.switch').click();
        const other = lang === 'en' ? 'fr' : 'en';
        await page.getByLabel(words[other].birth).waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.lang), other);
        assert.deepEqual(visitor.complaints, []);
        assert.deepEqual(visitor.elsewhere, []);
        await visitor.leave();
    });
}

test('a JSON Resume becomes a profile that says what it lacks', async () => {
    const visitor = await Visitor.come(browser, service);
    const {page} = visitor;
    await visitor.bring(
        JSON.stringify({
            basics: {name: 'Asha Example (fictional)'},
            work: [{name: 'Example Works', position: 'Software engineer', startDate: '2016-08'}],
        }),
    );
    await page.locator('.panel', {hasText: 'date of birth'}).waitFor();
    await visitor.open('/profile/work');
    assert.equal(await page.getByLabel(/Job title/).inputValue(), 'Software engineer');
    assert.equal(await page.getByLabel('First day').inputValue(), '2016-08-01');
    await visitor.leave();
});

test('what a spouse has is asked for where it counts, and counted', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate_fr'});
    await visitor.open('/profile/spouse');
    assert.ok(await visitor.page.getByRole('heading', {name: 'Spouse', exact: true}).isVisible());
    await visitor.open('/score');
    await visitor.page.locator('caption', {hasText: 'Spouse'}).waitFor();
    await visitor.open('/profile/you');
    await visitor.page.getByRole('radio', {name: 'None', exact: true}).check();
    await visitor.page.locator('.steps a', {hasText: 'Spouse'}).waitFor({state: 'detached'});
    await visitor.leave();
});

test('matches are filtered, searched, ordered, saved, hidden and compared, by address', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    const rows = page.locator('.match');
    await visitor.open('/matches');
    await rows.first().waitFor();
    const all = await rows.count();
    assert.ok(all > 20, `${all} matches`);
    await page.locator('.facets label', {hasText: 'Nova Scotia'}).click();
    await page.waitForURL(/province=NS/);
    await visitor.settle();
    const inProvince = await rows.count();
    assert.ok(inProvince > 0 && inProvince < all);
    await page.locator('.match-lift').first().waitFor();
    await page.getByLabel('Order').selectOption('pay');
    await page.waitForURL(/order=pay/);
    // The address alone gives the same.
    const address = page.url();
    await page.goto(address);
    await rows.first().waitFor();
    assert.equal(await rows.count(), inProvince);

    await visitor.open('/matches?q=title%3A%22software+engineer%22');
    const found = await rows.count();
    assert.ok(found > 0 && found < all);
    await visitor.open('/matches?q=provnce%3ANS');
    assert.match((await page.locator('.query .field-error').textContent()) ?? '', /provnce/);

    await visitor.open('/matches');
    const title = await rows.first().locator('h2').textContent();
    await rows.first().getByRole('button', {name: 'Hide'}).click();
    assert.equal(await rows.count(), all - 1);
    await page.getByRole('button', {name: 'Undo'}).click();
    assert.equal(await rows.first().locator('h2').textContent(), title);
    await rows.first().getByRole('button', {name: 'Save'}).click();
    await page.getByLabel('Show').selectOption('saved');
    await page.waitForURL(/show=saved/);
    assert.equal(await rows.count(), 1);
    await page.getByLabel('Show').selectOption('all');
    for (const place of [0, 1, 2, 3, 4]) {
        await rows.nth(place).getByRole('button', {name: 'Compare'}).click();
    }
    await page.locator('.bar', {hasText: 'Up to four'}).waitFor();
    await page.getByRole('button', {name: 'Compare 4'}).click();
    assert.equal(await page.locator('.comparison thead th').count(), 4);

    // The evidence is one step away, every check of it.
    await visitor.open('/matches');
    await rows.first().locator('.trust').click();
    await page.locator('.check-line').first().waitFor();
    assert.equal(await page.locator('.check-line').count(), 28);
    await visitor.leave();
});

for (const lang of languages) {
    test(`a problem with a posting is reported, in ${lang}`, async () => {
        const visitor = await Visitor.come(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        const say = {
            en: {report: 'Report a problem', kind: 'What is wrong', saw: 'What you saw', send: 'Report it', sent: /Reviewers will see it/},
            fr: {report: 'Signaler un problème', kind: 'Ce qui ne va pas', saw: 'Ce que vous avez vu', send: 'Signaler', sent: /vérificateurs le verront/},
        }[lang];
        await visitor.open('/matches');
        await page.locator('.match h2 a').first().click();
        await page.getByText(say.report).click();
        await page.getByLabel(say.kind).selectOption('fee_asked');
        const words = `They want 500 $ first <b>${lang}</b>`;
        await page.getByLabel(say.saw).fill(words);
        // A failure keeps what was typed, and it is reported once.
        await page.route('**/reports', (route) => route.abort());
        await page.getByRole('button', {name: say.send, exact: true}).click();
        await page.getByRole('alert').waitFor();
        await page.unroute('**/reports');
        await page.getByRole('button', {name: say.send, exact: true}).click();
        await page.getByText(say.sent).waitFor();
        await visitor.isAccessible(`report ${lang}`);
        const id = new URL(page.url()).pathname.split('/').pop() ?? '';
        const review = await fetch(`${service.url}/v1/reviews/${id}`, {
            headers: {Authorization: `Bearer ${service.tokens.get('reviewer-1') ?? ''}`},
        });
        const text = await review.text();
        assert.equal(text.split(JSON.stringify(words).slice(1, -1)).length, 2, text);
        await visitor.leave();
    });
}

test('the keyboard alone is enough, and its shortcuts can be switched off', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    const {keyboard} = page;
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await visitor.open('');
    await keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to content');
    for (let steps = 0; steps < 10 && (await focused()) !== 'Matches'; ++steps) {
        await keyboard.press('Tab');
    }
    await keyboard.press('Enter');
    await visitor.settle();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');

    const titles = await page.locator('.match h2').allTextContents();
    await keyboard.press('j');
    assert.equal(await focused(), titles[0]);
    await keyboard.press('j');
    assert.equal(await focused(), titles[1]);
    await keyboard.press('k');
    assert.equal(await focused(), titles[0]);
    // A key held down comes more often than the window is drawn: none is lost.
    await page.evaluate(() => {
        for (const key of ['j', 'j', 'k']) {
            window.dispatchEvent(new KeyboardEvent('keydown', {key}));
        }
    });
    assert.equal(await focused(), titles[1]);
    await keyboard.press('k');
    await keyboard.press('s');
    await page.locator('.match').first().getByRole('button', {name: 'Saved'}).waitFor();
    await keyboard.press('x');
    await page.waitForURL(/compare=\d+/);
    await keyboard.press('/');
    await keyboard.type('jks');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'jks');
    await page.getByRole('searchbox').blur();

    await keyboard.press('?');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('checkbox').focus();
    await keyboard.press('Space');
    await keyboard.press('Escape');
    await dialog.waitFor({state: 'detached'});
    await keyboard.press('j');
    assert.notEqual(await focused(), titles[0]);
    await keyboard.press('?');
    assert.equal(await dialog.count(), 0);

    // A choice from a list as it is typed.
    await visitor.open('/profile/work');
    const box = page.getByRole('combobox').first();
    await box.focus();
    await keyboard.press('Control+A');
    await keyboard.type('welder');
    await page.getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    assert.match(await box.inputValue(), /Welder.*\(72106\)/);
    await visitor.leave();
});

test('a profile is taken away as it was brought, and deleted', async () => {
    const visitor = await Visitor.come(browser, service, {person: 'candidate'});
    const {page} = visitor;
    await visitor.open('/profile/you');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', {name: 'Download'}).click();
    const stream = await (await downloading).createReadStream();
    let text = '';
    for await (const piece of stream) {
        text += piece;
    }
    const [brought, taken] = [JSON.parse(sample('candidate.json')), JSON.parse(text)];
    assert.deepEqual(taken.language_tests, brought.language_tests);
    assert.deepEqual(taken.resume, brought.resume);
    assert.deepEqual(taken.exclusions, brought.exclusions);
    await page.getByRole('button', {name: 'Delete this profile'}).click();
    await page.getByRole('button', {name: 'Delete it'}).click();
    await page.locator('.panel', {hasText: 'The score begins'}).waitFor();
    assert.equal(await page.evaluate(() => localStorage.getItem('jobscout.profile')), null);
    await visitor.leave();
});
