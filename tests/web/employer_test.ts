// An employer signs up, claims a posting, reads who fits it, says what they think, and learns who
// somebody is once they agree.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {come, comeSignedIn, follow} from './account.js';
import {languages, startBrowser, startService, type Language, type Visitor} from './browser.js';
import {acceptClaims, again, askAs, beginSession, postingOf, shownCandidate, signInAgain, type OwnPosting, type Worker} from './desk.js';
import {password} from './secrets.js';

const service = await startService();
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        hire: 'I hire', organization: 'Name of the organization', agree: /I agree that this service/,
        create: 'Create the account', confirm: 'Confirm', confirmed: 'Your address is confirmed',
        none: 'You have no posting yet.', find: 'Words of the title', findButton: 'Find', mine: 'This is mine',
        claimed: 'claimed already', waits: 'Waits for a reviewer', yours: 'Yours', fit: 'Candidates who fit',
        elsewhere: 'Your address is not at the domain where the posting stands.', lacks: 'Not said in the posting',
        told: 'What the people in this list are told', interested: 'Interested', not: 'Not interested',
        reason: 'Because of', words: 'In your words', say: 'Say it', choose: 'Choose one.',
        said: 'that you are interested', invite: 'Invite to say who they are', message: 'Your words to them',
        send: 'Send the invitation', open: 'can answer until', contact: 'Show name and contact',
        accepted: 'The person accepted your invitation', again: 'Load anew', ended: 'Your session has ended',
        leave: 'Go on without signing in', ask: 'Ask without words', asked: 'not answered yet', otherwise: 'Ask in another way',
        notYours: 'This posting is not yours', withdraw: 'It is not mine any more', takeBack: 'Take it back',
        withdrawn: 'Your claim is taken back.', earlier: 'Claims that ended', signIn: 'Sign in',
    },
    fr: {
        hire: 'J’embauche', organization: 'Nom de l’organisation', agree: /J’accepte que ce service/,
        create: 'Créer le compte', confirm: 'Confirmer', confirmed: 'Votre adresse est confirmée',
        none: 'Vous n’avez pas encore d’offre.', find: 'Des mots du titre', findButton: 'Chercher', mine: 'Elle est à moi',
        claimed: 'déjà revendiquée', waits: 'Attend une réviseure ou un réviseur', yours: 'À vous', fit: 'Personnes qui conviennent',
        elsewhere: 'Votre adresse n’est pas au domaine où se trouve l’offre.', lacks: 'Non dit dans l’offre',
        told: 'Ce qu’apprennent les personnes de cette liste', interested: 'M’intéresse', not: 'Ne m’intéresse pas',
        reason: 'En raison de', words: 'Dans vos mots', say: 'Le dire', choose: 'Faites un choix.',
        said: 'que cette personne vous intéresse', invite: 'Inviter à dire qui elle est', message: 'Vos mots à son intention',
        send: 'Envoyer l’invitation', open: 'peut répondre jusqu’au', contact: 'Voir le nom et les coordonnées',
        accepted: 'La personne a accepté votre invitation', again: 'Recharger', ended: 'Votre session a pris fin',
        leave: 'Continuer sans se connecter', ask: 'Demander sans un mot', asked: 'pas encore de réponse', otherwise: 'Demander autrement',
        notYours: 'Cette offre n’est pas à vous', withdraw: 'Elle n’est plus à moi', takeBack: 'La retirer',
        withdrawn: 'Votre revendication est retirée.', earlier: 'Revendications terminées', signIn: 'Se connecter',
    },
};

const hostile = 'Robots & <img src=x onerror="window.ran=1"> (fictional)';
const ids = [await shownCandidate(service, 'candidate'), await shownCandidate(service, 'candidate_fr')];
const postings: Record<Language, OwnPosting> = {
    en: await postingOf(service, 'title:software'),
    fr: await postingOf(service, 'title:infirmière'),
};
const elsewhere = await postingOf(service, 'title:cook');
const people = new Map<Language, Worker>();

/// Who has signed up in the language of the test before.
function personOf(lang: Language): Worker {
    const worker = people.get(lang);
    assert.ok(worker, 'who signed up before');
    return worker;
}

async function openCandidates(visitor: Visitor, id: string): Promise<void> {
    await visitor.open(`/employer/${id}`);
    await visitor.page.locator('.candidate').first().waitFor();
}

async function ran(visitor: Visitor): Promise<void> {
    assert.equal(await visitor.page.evaluate(() => (window as unknown as {ran?: number}).ran), undefined);
    assert.equal(await visitor.page.locator('main img').count(), 0);
    assert.deepEqual(visitor.complaints.filter((one) => !one.includes('status of')), []);
}

for (const lang of languages) {
    test(`an employer signs up and claims a posting, which a reviewer decides, in ${lang}`, async () => {
        const say = words[lang];
        const posting = postings[lang];
        const email = `hr@${new URL(posting.url).hostname}`;
        const visitor = await come(browser, service, {lang});
        const {page} = visitor;
        await visitor.open('/sign-up');
        await page.getByLabel(say.hire).check();
        await page.getByRole('button', {name: say.create}).click();
        assert.equal(await page.locator('.field-wrong').count(), 3, 'name, address and password are missed');
        await visitor.isAccessible(`signing up to hire ${lang}`);
        await page.getByLabel(say.organization).fill(hostile);
        await page.locator('input[type=email]').fill(email);
        await page.locator('input[type=password]').fill(password);
        await page.getByLabel(say.agree).check();
        await page.getByRole('button', {name: say.create}).click();
        await page.getByText(email).first().waitFor();
        await follow(visitor, service, email);
        await page.locator('input[type=password]').fill(password);
        await page.getByRole('button', {name: say.confirm}).click();
        await page.getByRole('heading', {name: say.confirmed}).waitFor();
        people.set(lang, await beginSession(visitor, email));

        await visitor.open('/employer');
        await page.getByText(say.none).waitFor();
        await visitor.isAccessible(`no posting ${lang}`);
        // At another domain than that of the address it is refused, and the page says why.
        await page.getByLabel(say.find).fill(elsewhere.id);
        await page.getByRole('button', {name: say.findButton}).click();
        await page.getByRole('button', {name: say.mine}).click();
        await page.getByText(say.elsewhere).waitFor();
        await visitor.isAccessible(`claim refused ${lang}`);
        // By the keyboard alone: find it, go to its button, press it.
        await page.getByLabel(say.find).fill(posting.id);
        await page.keyboard.press('Enter');
        await page.getByRole('button', {name: `${say.mine}${lang === 'en' ? ': ' : '\u00a0: '}${posting.title}`}).waitFor();
        for (const stop of ['BUTTON', 'A', 'BUTTON']) {
            await page.keyboard.press('Tab');
            assert.equal(await page.evaluate(() => document.activeElement?.tagName), stop);
        }
        await page.keyboard.press('Enter');
        await page.getByText(say.claimed).waitFor();
        const own = page.locator('.own-posting');
        await own.getByText(say.waits, {exact: true}).waitFor();
        assert.equal(await own.getByRole('link', {name: say.fit}).count(), 0, 'a claim alone shows nobody');

        await acceptClaims(service);
        await page.reload();
        await own.getByText(say.yours, {exact: true}).waitFor();
        // Three rule sets, each with its day; what the posting does not say is told beside the points.
        assert.equal(await own.locator('.offer-rules > li').count(), 3);
        await own.getByText(say.lacks).first().waitFor();
        assert.match((await own.locator('.offer-rules > li').first().textContent()) ?? '', /2022/);
        await visitor.isAccessible(`own postings ${lang}`);
        await own.getByRole('button', {name: say.withdraw}).click();
        await page.getByRole('dialog').waitFor();
        await visitor.isAccessible(`taking back ${lang}`);
        await page.keyboard.press('Escape');
        await ran(visitor);
    });

    test(`an employer reads who fits, decides by keyboard, invites, and learns a name after a yes in ${lang}`, async () => {
        const say = words[lang];
        const {visitor} = personOf(lang);
        const {page} = visitor;
        const posting = postings[lang];
        await openCandidates(visitor, posting.id);
        const card = page.locator('.candidate').first();
        const text = (await page.locator('main').textContent()) ?? '';
        assert.doesNotMatch(text, /@|Asha|Awa/, 'nobody is named');
        await card.locator('details summary').first().click();
        assert.equal(await card.locator('.parts tbody tr').count(), 8);
        await page.getByText(say.told).click();
        await visitor.isAccessible(`candidates ${lang}`);

        await card.getByRole('button', {name: new RegExp(`^${say.interested}`)}).focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', {name: say.say}).click();
        await dialog.getByText(say.choose).waitFor();
        await visitor.isAccessible(`deciding ${lang}`);
        await dialog.getByLabel(say.reason).selectOption('experience');
        await dialog.getByLabel(say.words).fill(`Five years. ${hostile}`);
        await dialog.getByLabel(say.words).press('Tab');
        await page.keyboard.press('Enter');
        await dialog.waitFor({state: 'detached'});
        await card.getByText(say.said).waitFor();
        await card.getByText(hostile).waitFor();

        await card.getByRole('button', {name: say.invite}).click();
        await page.getByRole('dialog').getByLabel(say.message).fill('Come and see us.');
        await visitor.isAccessible(`inviting ${lang}`);
        await page.getByRole('dialog').getByRole('button', {name: say.send}).click();
        await card.getByText(say.open).waitFor();
        assert.equal(await card.getByRole('button', {name: say.contact}).count(), 0);

        // The person reads it all, and says yes.
        const asked = ids.map((id) => askAs(service, 'candidate-1', 'GET', `/v1/invitations?candidate=${id}`));
        const {items} = (await Promise.all(asked)).find((one) => one.items.some((item: any) => item.posting_id === posting.id));
        const {id, message} = items.find((item: any) => item.posting_id === posting.id);
        assert.equal(message, 'Come and see us.');
        await askAs(service, 'candidate-1', 'PUT', `/v1/invitations/${id}/answer`, {accepted: true, wording: 'contact_1'});
        await page.reload();
        await card.getByText(say.accepted).waitFor();
        await card.getByRole('button', {name: say.contact}).click();
        await card.locator('.contact').getByText(/@/).waitFor();
        await visitor.isAccessible(`contact ${lang}`);
        await ran(visitor);
    });

    test(`what an employer types outlasts the session in ${lang}`, async () => {
        const say = words[lang];
        const worker = personOf(lang);
        const {visitor} = worker;
        const {page, context} = visitor;
        await openCandidates(visitor, postings[lang].id);
        const card = page.locator('.candidate').nth(1);
        await card.getByRole('button', {name: new RegExp(`^${say.not}`)}).click();
        const dialog = page.getByRole('dialog').filter({has: page.locator('textarea')});
        await dialog.getByLabel(say.reason).selectOption('location');
        await dialog.getByLabel(say.words).fill('Typed before the end.');
        await context.clearCookies({name: 'jobscout'});
        await dialog.getByRole('button', {name: say.say}).click();
        await page.getByRole('dialog', {name: say.ended}).waitFor();
        await visitor.isAccessible(`session ended ${lang}`);
        // Whoever does not sign in again finds it as it was, once they have.
        await page.getByRole('button', {name: say.leave}).click();
        await page.locator('main').getByRole('link', {name: say.signIn}).click();
        await signInAgain(worker);
        await page.waitForURL(/\/employer\/\d+$/);
        await card.getByRole('button', {name: new RegExp(`^${say.not}`)}).click();
        assert.equal(await dialog.getByLabel(say.words).inputValue(), 'Typed before the end.');
        assert.equal(await dialog.getByLabel(say.reason).inputValue(), 'location');
        await context.clearCookies({name: 'jobscout'});
        await dialog.getByRole('button', {name: say.say}).click();
        await page.getByRole('dialog', {name: say.ended}).waitFor();
        await signInAgain(worker);
        // The very decision that was sent goes on.
        await card.getByText('Typed before the end.').waitFor();
        await card.getByText(say.otherwise).click();
        await card.getByRole('button', {name: say.ask}).click();
        await card.getByText(say.asked).waitFor();
    });

    test(`pages of an employer fit 320 pixels in ${lang}, and claims are taken back`, async () => {
        const say = words[lang];
        const worker = personOf(lang);
        const small = await again(worker, browser, service, {lang, width: 320, theme: 'dark'});
        await small.open('/employer');
        await small.page.locator('.own-posting').waitFor();
        await small.fits(`own postings ${lang}`);
        await small.isAccessible(`own postings in the dark ${lang}`);
        await openCandidates(small, postings[lang].id);
        await small.page.locator('.candidate details summary').first().click();
        await small.fits(`candidates ${lang}`);
        await small.isAccessible(`candidates in the dark ${lang}`);

        await small.open('/employer');
        await small.page.getByRole('button', {name: say.withdraw}).click();
        await small.fits(`taking back ${lang}`);
        await small.page.getByRole('dialog').getByRole('button', {name: say.takeBack}).click();
        await small.page.getByText(say.withdrawn).waitFor();
        await small.page.getByRole('heading', {name: say.earlier}).waitFor();
        await small.open(`/employer/${postings[lang].id}`);
        await small.page.getByRole('heading', {name: say.notYours}).waitFor();
        await small.isAccessible(`not yours ${lang}`);
        await small.leave();
        await worker.visitor.leave();
    });
}

test('pages of employers are for employers', async () => {
    const nobody = await come(browser, service);
    await nobody.open('/employer');
    await nobody.page.locator('main').getByRole('link', {name: 'Sign in'}).waitFor();
    await nobody.isAccessible('nobody');
    await nobody.leave();
    const {visitor} = await comeSignedIn(browser, service, {});
    await visitor.open('/employer');
    await visitor.page.getByText('This page is for employers.').waitFor();
    assert.equal(await visitor.page.locator('header nav').getByRole('link', {name: 'Your postings'}).count(), 0);
    await visitor.isAccessible('another role');
    await visitor.leave();
});
