// What a reader refuses and a schema cannot say, by `name: detail` of the problem; the name is empty where it only
// says again what the status is.

export function nameOf(problem: {type: string}): string {
    const name = problem.type.replace('/docs#problem-', '');
    return name === 'unprocessable_content' ? '' : name;
}

export const refusalsBeyondSchemas: RegExp[] = [
    // A secret or a password that the body only claims to be, one that is guessed first, no address.
    /^link_not_valid: /,
    /^password_not_right: /,
    /^password_common: /,
    /^email_not_valid: /,
    // What the service knows and its document does not.
    /^: '.*' is not the current wording, \w+$/s,
    /^: there is no candidate '/,
    /^: there is no time zone '/,
    /^: there is no rule set '/,
    /^: not a day from 2015-01-01 to today$/,
    /^: no hard finding of this check stands against the posting$/,
    // URLs are a grammar of their own.
    /^: is no URL: /,
    /^: has white space or control characters in it$/,
    // One member held against another.
    /^: ends before it starts$/,
    /^: is assessed before it is completed$/,
    /^: is after the start of jobs\[\d+\]$/,
    /^: is not \d, the second digit of noc$/,
    /^: is the first language too$/,
    /^: there is no first_language$/,
    /^: is not the language of the test in raw_tests$/,
    /^: is not what the scores in raw_tests convert to$/,
    /^: does not make the years in foreign_work_years$/,
    /^: a day and what is due then come together$/,
    /^note_without_change: /,
    /^: is stated for a permanent job$/,
    /^: is stated for a permit that is not lmia_exempt$/,
];
