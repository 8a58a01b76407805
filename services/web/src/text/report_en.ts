export const reportEn = {
    about: 'Reviewers look at it. Who reports is not kept; do not write anything about yourself.',
    kind: 'What is wrong',
    kinds: {
        fee_asked: 'They ask for money',
        personal_data_asked: 'They ask for papers or bank details too early',
        fake_employer: 'The employer is not real, or not who they say',
        closed: 'The job is filled or the page is gone',
        wrong_details: 'Pay, place or another detail is wrong',
        discrimination: 'It discriminates',
        other: 'Something else',
    },
    words: 'What you saw',
    send: 'Report it',
    sent: 'Thank you. Reviewers will see it.',
    tooLong: 'At most 1,000 characters.',
};
