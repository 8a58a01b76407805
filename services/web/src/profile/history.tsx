// The steps of lists: tests, credentials, jobs; the spouse has the same.

import {useText} from '../text/text';
import {newCredential, newJob, newTest} from './draft';
import {CredentialFields, JobFields, TestFields} from './items';
import {Items} from './item_list';
import {useProfile} from './store';

export function LanguagesStep() {
    const {t} = useText();
    const {draft, change} = useProfile();
    const words = t.profile.languages;
    return (
        <>
            <p className="lead">{words.lead}</p>
            <Items
                items={draft.tests}
                make={() => newTest('ielts', draft.tests.length === 0)}
                name={words.item}
                empty={words.empty}
                onChange={(tests) => change({tests})}
            >
                {(test, set) => (
                    <TestFields
                        test={test}
                        asksFirst
                        onChange={(next) => {
                            set(next);
                            if (next.first && !test.first) {
                                // One language is the first.
                                change({
                                    tests: draft.tests.map((one) =>
                                        one === test ? next : {...one, first: false},
                                    ),
                                });
                            }
                        }}
                    />
                )}
            </Items>
        </>
    );
}

export function EducationStep() {
    const {t} = useText();
    const {draft, change} = useProfile();
    const words = t.profile.education;
    return (
        <>
            <p className="lead">{words.lead}</p>
            <Items
                items={draft.education}
                make={() => newCredential}
                name={words.item}
                empty={words.empty}
                onChange={(education) => change({education})}
            >
                {(credential, set) => <CredentialFields credential={credential} onChange={set} />}
            </Items>
        </>
    );
}

export function WorkStep() {
    const {t} = useText();
    const {draft, change} = useProfile();
    const words = t.profile.work;
    return (
        <>
            <p className="lead">{words.lead}</p>
            <Items
                items={draft.jobs}
                make={() => newJob}
                name={words.item}
                empty={words.empty}
                onChange={(jobs) => change({jobs})}
            >
                {(job, set) => <JobFields job={job} onChange={set} />}
            </Items>
        </>
    );
}

export function SpouseStep() {
    const {t} = useText();
    const {draft, change} = useProfile();
    const words = t.profile;
    const {spouse} = draft;
    const set = (what: Partial<typeof spouse>) => change({spouse: {...spouse, ...what}});
    return (
        <>
            <p className="lead">{words.spouse.lead}</p>
            <h2>{words.spouse.education}</h2>
            <Items
                items={spouse.education}
                make={() => newCredential}
                name={words.education.item}
                empty={words.education.empty}
                onChange={(education) => set({education})}
            >
                {(credential, one) => <CredentialFields credential={credential} onChange={one} />}
            </Items>
            <h2>{words.spouse.languages}</h2>
            <Items
                items={spouse.tests}
                make={() => newTest('ielts', false)}
                name={words.languages.item}
                empty={words.languages.empty}
                onChange={(tests) => set({tests})}
            >
                {(test, one) => <TestFields test={test} asksFirst={false} onChange={one} />}
            </Items>
            <h2>{words.spouse.work}</h2>
            <Items
                items={spouse.jobs}
                make={() => ({...newJob, country: 'CA'})}
                name={words.work.item}
                empty={words.work.empty}
                onChange={(jobs) => set({jobs})}
            >
                {(job, one) => <JobFields job={job} onChange={one} />}
            </Items>
        </>
    );
}
