/// What each section of somebody's work is called, and what it is for.
export const sectionsEn = {
    caseload: ['Caseload', 'The people who let your firm read their profile.'],
    applications: [
        'Applications',
        'Everything that is being prepared or has been sent, what is due first.',
    ],
    days: ['Dates due', 'What falls due in the checklists, by day and by month.'],
    messages: ['Messages', 'What candidates wrote to your firm.'],
    review: ['Review', 'Postings that a person has to look at before anybody sees them.'],
    employer: ['Your postings', 'What your postings say, and who fits them without a name.'],
    sources: ['Sources', 'Where postings come from, and how each source does.'],
    runs: ['Runs', 'What became of each file that was taken in.'],
    quarantine: ['Quarantine', 'What is kept aside or held back, and why.'],
    verification: ['Verification', 'How the checks judge, and how old their lists are.'],
    rules: ['Rules', 'Dated rule sets, what differs between them, and checking a new one.'],
    accounts: ['Firms and accounts', 'Opening firms, inviting advisors, disabling accounts.'],
    health: ['Health', 'Whether what the service needs is there.'],
} satisfies Record<string, readonly [string, string]>;
