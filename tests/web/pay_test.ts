// Pay against the median: in the list, on a posting and in a comparison, by a table of wages; and unknown
// where the table does not know.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {languages, startBrowser, startService, Visitor} from './browser.js';

const service = await startService({}, {
    wages: [
        'noc2016\teconomic_region\tmedian_wage\tunit',
        '2173\tSample Shore Region\t53.00\thour',
        '2173\tSample Lake Region\t50.00\thour',
        '2173\tSample Rock Region\t60.00\thour',
        '',
    ].join('\n'),
    city_regions: [
        'city\tprovince\teconomic_region\tpostings\tshare',
        'Halifax\tNS\tSample Shore Region\t1\t1.0',
        'Toronto\tON\tSample Lake Region\t1\t1.0',
        'St. John\'s\tNL\tSample Rock Region\t1\t1.0',
        '',
    ].join('\n'),
});
const browser = await startBrowser();
after(async () => {
    await browser.close();
    await service.stop();
});

const words = {
    en: {
        between: '95–114\u00a0% of the median for this work and region', above: '10\u00a0% above the median',
        below: 'at best 20\u00a0% below the median', unknown: 'against the median: unknown', line: 'Pay against the median',
    },
    fr: {
        between: 'de 95 à 114\u00a0% de la médiane pour ce travail et cette région', above: '10\u00a0% au-dessus de la médiane',
        below: 'au mieux 20\u00a0% sous la médiane', unknown: 'par rapport à la médiane\u00a0: inconnu',
        line: 'Salaire par rapport à la médiane',
    },
};

for (const lang of languages) {
    test(`pay is held against the median for the work and the region, in ${lang}`, async () => {
        const visitor = await Visitor.come(browser, service, {lang, person: 'candidate'});
        const {page} = visitor;
        const say = words[lang];
        await visitor.open('/matches');
        const at = (city: string, title: string) =>
            page.locator('.match', {hasText: city}).filter({hasText: title}).first();
        const halifax = at('Halifax', 'Software Engineer');
        await halifax.getByText(say.between).waitFor();
        await at('Toronto', 'Software Engineer, Navigation').getByText(say.above).waitFor();
        await at('St. John', 'Software Engineer, Part Time').locator('.pay-below', {hasText: say.below}).waitFor();
        await at('Victoria', 'Software Developer').getByText(say.unknown).waitFor();
        await visitor.isAccessible(`pay in the list ${lang}`);

        await halifax.getByRole('button').nth(2).click();
        await at('Victoria', 'Software Developer').getByRole('button').nth(2).click();
        await page.locator('.bar .button-main').click();
        const line = page.locator('.comparison tr', {hasText: say.line});
        await line.waitFor();
        const cells = await line.locator('td').allTextContents();
        assert.deepEqual(cells, [say.between, say.unknown]);
        await visitor.isAccessible(`pay compared ${lang}`);

        await page.locator('.comparison thead a').first().click();
        await page.locator('.terms').getByText(say.between).waitFor();
        await visitor.isAccessible(`pay of a posting ${lang}`);
        await page.setViewportSize({width: 320, height: 800});
        await visitor.fits(`pay of a posting ${lang}`);
        await visitor.leave();
    });
}
