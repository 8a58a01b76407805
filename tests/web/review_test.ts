// What waits for a person: postings held back or reported, claims of employers, requests of candidates.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {languages, startBrowser, startService} from './browser.js';
import {mailedSecret, password, timedCode} from './secrets.js';
import {sample} from './service.js';
import {Caller, comeAdvisorOf, comeAs, complaintsOf, hostile, newClient, newFirm, postingsOf, ranNothing} from './work.js';
import {come} from './account.js';

/// A posting that asks for money: a check holds it back.
const scam = JSON.stringify({
    ...JSON.parse(sample('feed/postings_en.ndjson').split('\n')[0] ?? ''),
    identifier: {'@type': 'PropertyValue', name: 'scam-works', value: '1'},
    title: 'Data Entry Clerk',
    hiringOrganization: {'@type': 'Organization', name: 'Scam Works (fictional)'},
    description: 'Easy work from home. Send your SIN and bank account number by email.',
    url: 'https://scam-works.example/jobs/1',
});

const service = await startService({'scam.ndjson': scam});
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {clear: 'A finding is wrong', note: 'Only note something', why: /^Why/, record: 'Record the decision', another: /another person/, cleared: /two people/, whyNeeded: 'Say why.', accept: 'It is theirs', answer: /^Answer/, send: 'Send the answer', answered: 'Answered'},
    fr: {clear: 'Un constat est faux', note: 'Noter seulement quelque chose', why: /^Pourquoi/, record: 'Inscrire la décision', another: /une autre personne/, cleared: /deux personnes/, whyNeeded: 'Dites pourquoi.', accept: 'Elle est la sienne', answer: /^Réponse/, send: 'Envoyer la réponse', answered: 'Réponse donnée'},
};

for (const lang of languages) {
    test(`a reported posting is looked at and noted, in ${lang}`, async () => {
        const say = words[lang];
        const [posting] = await postingsOf(service, lang === 'en' ? 'title:software' : 'title:infirmier');
        const id = posting?.id ?? '';
        const reported = await fetch(`${service.url}/v1/postings/${id}/reports`, {
            method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({kind: 'closed', text: `It is gone. ${hostile}`}),
        });
        assert.ok(reported.ok);
        const {visitor} = await comeAdvisorOf(browser, service, await newFirm(service), {lang});
        const {page} = visitor;
        await visitor.open('/review');
        await visitor.isAccessible(`queue ${lang}`);
        await page.locator(`a[href$="/review/postings/${id}"]`).click();
        await page.getByText('It is gone.').waitFor();
        await ranNothing(visitor);
        await page.getByLabel(say.note).check();
        await page.getByRole('button', {name: say.record}).click();
        await page.getByText(say.whyNeeded).waitFor();
        await visitor.isAccessible(`decision refused ${lang}`);
        await page.getByLabel(say.why).fill(`Their switchboard says so. ${hostile}`);
        await page.getByRole('button', {name: say.record}).click();
        await page.locator('section[aria-labelledby=decisions] .said', {hasText: 'switchboard'}).waitFor();
        await visitor.isAccessible(`decision recorded ${lang}`);
        // Claims and requests are for others.
        await visitor.open('/review/claims');
        await page.getByRole('heading', {level: 1}).waitFor();
        assert.equal(await page.locator('.records, form').count(), 0);
        assert.deepEqual(complaintsOf(visitor), []);
        await visitor.leave();
    });
}

test('a finding that holds a posting back is cleared by two people, and by no one twice', async () => {
    const say = words.en;
    const [first, second] = [
        await comeAdvisorOf(browser, service, await newFirm(service)),
        await comeAs(browser, service, 'operator'),
    ];
    const clear = async ({page, ...rest}: typeof first.visitor, said: RegExp) => {
        void rest;
        await page.goto(`${service.url}/en/review`);
        await page.getByRole('link', {name: 'Data Entry Clerk'}).click();
        await page.getByLabel(say.clear).check();
        await page.getByLabel(say.why).fill('The form of the province asks for it, once somebody is hired.');
        await page.getByRole('button', {name: say.record}).click();
        await page.locator('section[aria-labelledby=decide] [role=status]', {hasText: said}).waitFor();
    };
    await clear(first.visitor, say.another);
    await first.visitor.isAccessible('needs another person');
    await clear(first.visitor, say.another);
    await clear(second.visitor, say.cleared);
    assert.deepEqual(complaintsOf(first.visitor), []);
    await first.visitor.leave();
    await second.visitor.leave();
});

/// An employer who claims the posting by an address at the domain of its link.
async function claimed(posting: any, place: number): Promise<{caller: Caller; claim: string}> {
    const email = `hr${place}@${new URL(posting.url).hostname}`;
    const caller = new Caller((await come(browser, service)).context, service);
    await caller.ask('POST', '/v1/accounts', {email, password, role: 'employer', employer_name: `${posting.hiring_organization} ${hostile}`});
    await caller.ask('POST', '/v1/accounts/verification', {token: await mailedSecret(service, email), password});
    await caller.signIn(email);
    const {secret} = await caller.ask('POST', '/v1/accounts/me/second-factor', {});
    await caller.ask('PUT', '/v1/accounts/me/second-factor', {code: timedCode(secret)});
    return {caller, claim: (await caller.ask('POST', `/v1/postings/${posting.id}/claim`, {})).id};
}

for (const [place, lang] of languages.entries()) {
    test(`a reviewer decides on a claim and answers a candidate, in ${lang}`, async () => {
        const say = words[lang];
        const posting = (await postingsOf(service, 'title:software'))[place + 1] as any;
        const {caller: employer, claim} = await claimed(posting, place);
        const {visitor} = await comeAs(browser, service, 'reviewer', {lang});
        const {page} = visitor;
        await visitor.open('/review/claims');
        await visitor.isAccessible(`claims ${lang}`);
        await page.locator(`a[href$="/review/claims/${claim}"]`).click();
        await page.getByLabel(say.accept).check();
        await page.getByLabel(say.why).fill('Called back by their switchboard.');
        await visitor.isAccessible(`claim ${lang}`);
        await page.getByRole('button', {name: say.record}).click();
        await page.locator('section[aria-labelledby=history] li').nth(1).waitFor();
        await visitor.isAccessible(`claim accepted ${lang}`);

        const client = await newClient(browser, service);
        const self = `/v1/candidates/${client.candidate}`;
        await client.caller.ask('PUT', `${self}/consent`, {wording: 'employers_1'});
        const {candidates} = await employer.ask('GET', `/v1/postings/${posting.id}/candidates`);
        for (const {alias} of candidates) {
            await employer.ask('PUT', `/v1/postings/${posting.id}/candidates/${alias}/interest`, {interested: false, reason: 'experience'});
        }
        const {items} = await client.caller.ask('GET', `${self}/interests`);
        await client.caller.ask('POST', `${self}/interests/${items[0].id}/review`, {words: `I have it since May. ${hostile}`});
        await visitor.open('/review/requests');
        await visitor.isAccessible(`requests ${lang}`);
        await page.locator('.records a').first().click();
        await page.getByText('I have it since May.').waitFor();
        await page.getByRole('textbox', {name: say.answer}).fill('The employer has looked again.');
        await visitor.isAccessible(`request ${lang}`);
        await page.getByRole('button', {name: say.send}).click();
        await page.getByRole('heading', {name: say.answered}).waitFor();
        await visitor.isAccessible(`request answered ${lang}`);
        await ranNothing(visitor);
        assert.deepEqual(complaintsOf(visitor), []);
        await page.setViewportSize({width: 320, height: 800});
        for (const path of ['/review', '/review/claims', `/review/claims/${claim}`, '/review/requests']) {
            await visitor.open(path);
            await visitor.fits(`${path} ${lang}`);
        }
        await visitor.leave();
    });
}
