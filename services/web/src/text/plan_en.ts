export const planEn = {
    title: 'What if',
    text: 'Choose what you might do. Nothing is kept, and a plan is not a promise: each figure is the whole score worked out anew, under the rules that are named beside it.',
    horizon: 'Look ahead',
    months: (count: number) => (count === 1 ? '1 month' : `${count} months`),
    after: 'When',
    afterSaid: (count: number, day: string): string =>
        count === 0
            ? `now, ${day}`
            : count === 1
              ? `in 1 month, ${day}`
              : `in ${count} months, ${day}`,
    steps: {
        test: 'A language test',
        job: 'Work in Canada',
        education: 'A credential from Canada',
        offer: 'An offer of employment',
        nomination: 'A nomination by a province',
    },
    language: 'Language',
    languages: {en: 'English', fr: 'French'},
    level: (level: number) => `level ${level}`,
    levelHint: 'Canadian levels (CLB, NCLC); the tables of the tests say which score gives which.',
    worked: (count: number) =>
        count === 1 ? '1 month of work by then' : `${count} months of work by then`,
    fullTime: 'Full time, in place of the jobs you have now.',
    offerHint:
        'For full-time, permanent and paid work in the occupation above, with a positive LMIA.',
    noOccupation: 'Choose an occupation first.',
    result: 'What the plan would do',
    now: 'Now',
    onDay: (day: string) => `On ${day}`,
    difference: 'Difference',
    rules: 'Rules',
    said: (score: string, day: string) => `${score} points on ${day} under the basis rules`,
    curve: 'The score month by month with this plan',
    events: 'What changes the score, and when',
    eventsNone: 'Nothing changes the score in this time.',
    deadlines: 'Days to keep in mind',
    points: 'Points, basis rules',
    working: 'Working it out…',
};
