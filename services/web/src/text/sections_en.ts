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
} satisfies Record<string, readonly [string, string]>;
