// People and things of which each route can be asked.

import {expectStatus, Person} from './people.js';
import {mailedSecret, password} from './secrets.js';
import {sample, type Service} from './service.js';

export interface World {
    people: Person[]; ///< In the order in which they try a route.
    ids: {[segments: string]: string}; ///< By the segments of a path, `firms/{firm}`.
}

async function register(service: Service, email: string, rest: object): Promise<Person> {
    const person = new Person(email, service);
    const said = {email, password};
    const registered = await person.ask('POST', '/v1/accounts', {...said, ...rest});
    expectStatus(registered, 202, 'registration');
    const token = await mailedSecret(service, email);
    const verified = await person.ask('POST', '/v1/accounts/verification', {token, password});
    expectStatus(verified, 204, 'verification');
    expectStatus(await person.ask('POST', '/v1/sessions', said), 201, 'sign-in');
    return person;
}

async function setUpSecondFactor(person: Person): Promise<void> {
    const begun = await person.ask('POST', '/v1/accounts/me/second-factor', {});
    const code = person.code(expectStatus(begun, 201, 'second factor').json.secret);
    const confirmed = await person.ask('PUT', '/v1/accounts/me/second-factor', {code});
    expectStatus(confirmed, 200, 'second factor');
}

export async function settle(service: Service): Promise<World> {
    const known = (name: string) => new Person(name, service, service.tokens.get(name));
    const [operator, reviewer, advisor] = ['operator-1', 'reviewer-1', 'advisor-1'].map(known);
    const candidate = await register(service, 'zelda@mail.example', {});
    const made = async (who: Person, method: string, path: string, body: any) => {
        const answer = await who.ask(method, path, body);
        expectStatus(answer, answer.status < 300 ? answer.status : 200, `${method} ${path}`);
        return answer.json;
    };

    const {postings} = await made(candidate, 'GET', '/v1/postings?q=title:software', undefined);
    const [posting, another] = postings.filter((one: any) =>
        /^https:\/\/[^/]*\.example\//.test(one.url),
    );
    /// Its employer, with a claim to it, by an address at the domain of its link.
    const claims = async ({id, url, hiring_organization}: any) => {
        const employer = await register(service, `hr@${new URL(url).hostname}`, {
            role: 'employer',
            employer_name: hiring_organization,
        });
        await setUpSecondFactor(employer);
        return {employer, claim: await made(employer, 'POST', `/v1/postings/${id}/claim`, {})};
    };
    const {employer, claim} = await claims(posting);
    await made(reviewer!, 'POST', `/v1/reviews/claims/${claim.id}/decisions`, {
        decision: 'accept',
        note: 'called back',
    });
    const waiting = (await claims(another)).claim;
    const own = `/v1/postings/${posting.id}`;

    const stored = await made(candidate, 'POST', '/v1/candidates', JSON.parse(sample('candidate.json')));
    const self = `/v1/candidates/${stored.id}`;
    await made(candidate, 'PUT', `${self}/consent`, {wording: 'employers_1'});
    const shown = await made(employer, 'GET', `${own}/candidates`, undefined);
    const alias = shown.candidates[0].alias;
    await made(employer, 'POST', `${own}/candidates/${alias}/agreement`, {});
    await made(employer, 'PUT', `${own}/candidates/${alias}/interest`, {
        interested: true,
        reason: 'experience',
    });
    const agreements = await made(candidate, 'GET', `${self}/agreements`, undefined);
    const interests = await made(candidate, 'GET', `${self}/interests`, undefined);
    const interest = interests.items[0].id;
    await made(candidate, 'POST', `${self}/interests/${interest}/review`, {words: 'why?'});
    const requests = await made(reviewer!, 'GET', '/v1/reviews/interests', undefined);
    const kept = await made(operator!, 'GET', '/v1/operator/quarantine', undefined);
    const saved = await made(candidate, 'POST', '/v1/saved-searches', {name: 'Matches', candidate: stored.id});
    const firm = await made(operator!, 'POST', '/v1/firms', {name: 'Firm (fictional)'});
    const application = await made(candidate, 'POST', '/v1/applications', {
        candidate: stored.id,
        posting_id: posting.id,
    });
    const batch = await made(candidate, 'POST', '/v1/packages/bulk', {
        pairs: [{candidate: stored.id, posting_id: posting.id}],
    });
    const {package: sent} = batch.items[0];
    await made(candidate, 'PUT', `${self}/firms/${firm.id}`, {wording: 'firm_1'});
    const invitation = await made(employer, 'POST', `${own}/candidates/${alias}/invitation`, {});
    const other = await register(service, 'otto@mail.example', {});
    const account = await made(other, 'GET', '/v1/accounts/me', undefined);

    return {
        people: [
            new Person('nobody', service), candidate, employer, reviewer!, operator!, advisor!,
            known('candidate-1'),
        ],
        ids: {
            'postings/{id}': posting.id,
            'candidates/{alias}': alias,
            'candidates/{id}': stored.id,
            'agreements/{request}': agreements.items[0].id,
            'interests/{interest}': interest,
            'interests/{request}': requests.items[0].id,
            'claims/{claim}': waiting.id,
            'reviews/{id}': another.id, // A decision may end what it is about.
            'saved-searches/{id}': saved.id,
            'rules/{id}': '2022-11-16',
            'quarantine/{id}': kept.items[0].id,
            'firms/{id}': firm.id,
            'firms/{firm}': firm.id,
            'accounts/{id}': account.id,
            'sources/{name}': 'contract_source',
            'applications/{application}': application.id,
            'packages/{package}': sent,
            'batches/{batch}': batch.batch.id,
            'files/{file}': 'resume.pdf',
            'messages/{candidate}': stored.id,
            '{candidate}/{firm}': firm.id,
            'invitations/{invitation}': invitation.id,
        },
    };
}
