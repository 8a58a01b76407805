// An employer whose posting it is, as the candidate's pages know one: by what it asks and says.

import type {Browser} from 'playwright-core';

import {askAs, come, registerAs, toldFrom} from './account.js';
import {password, timedCode} from './secrets.js';
import type {Service} from './service.js';

export interface AskingEmployer {
    posting: {id: string; title: string; hiring_organization: string};
    /// Somebody who was not shown before; what it returns asks about them.
    meet: () => Promise<(method: string, path: string, body?: object) => Promise<any>>;
}

/// With a claim that a reviewer has accepted.
export async function comeEmployer(browser: Browser, service: Service): Promise<AskingEmployer> {
    const {postings} = (await (await fetch(`${service.url}/v1/postings?q=title:software`)).json()) as any;
    const posting = postings.find(({url}: any) => /^https:\/\/[^/]*\.example\//.test(url));
    const email = `hr@${new URL(posting.url).hostname}`;
    await registerAs(service, email, {role: 'employer', employer_name: posting.hiring_organization});
    const employer = await come(browser, service);
    await employer.page.goto(`${service.url}/en`);
    await toldFrom(employer, 'POST', '/v1/sessions', {email, password});
    const {secret} = await toldFrom(employer, 'POST', '/v1/accounts/me/second-factor', {});
    await toldFrom(employer, 'PUT', '/v1/accounts/me/second-factor', {code: timedCode(secret)});
    const own = `/v1/postings/${posting.id}`;
    const claim = await toldFrom(employer, 'POST', `${own}/claim`, {});
    const decision = {decision: 'accept', note: 'called back'};
    await askAs(service, 'reviewer-1', `/v1/reviews/claims/${claim.id}/decisions`, decision);
    const met = new Set<string>();
    const meet = async () => {
        const {candidates} = await toldFrom(employer, 'GET', `${own}/candidates`);
        const {alias} = candidates.find((one: {alias: string}) => !met.has(one.alias));
        met.add(alias);
        return (method: string, path: string, body?: object) =>
            toldFrom(employer, method, `${own}/candidates/${alias}${path}`, body);
    };
    return {posting, meet};
}
