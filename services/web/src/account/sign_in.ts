import {answered, client} from '../api/client';
import type {Language} from '../text/text';
import {adopt, refresh, type SessionFacts} from './keeper';

type Stage = SessionFacts['stage'];

async function goOn(facts: SessionFacts): Promise<Stage> {
    adopt(facts);
    if (facts.stage !== 'second_factor_required') {
        await refresh();
    }
    return facts.stage;
}

/// What the session is worth then.
export async function signIn(lang: Language, email: string, password: string): Promise<Stage> {
    const body = {email, password};
    return goOn(await answered(client.POST('/v1/sessions', {params: {query: {lang}}, body})));
}

export async function giveCode(lang: Language, code: string, isRecovery: boolean): Promise<Stage> {
    const body = isRecovery ? {recovery_code: code} : {code};
    return goOn(
        await answered(
            client.POST('/v1/sessions/current/second-factor', {params: {query: {lang}}, body}),
        ),
    );
}
