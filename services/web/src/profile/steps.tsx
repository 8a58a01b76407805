// The steps of one answer each.

import {provinceCodes, useText} from '../text/text';
import {Check, Choice, Select, TextField} from '../ui/fields';
import {isBetween, isPast} from './document';
import {useProfile} from './store';

const entries = <Key extends string>(names: Record<Key, string>) =>
    Object.entries(names) as [Key, string][];

export function YouStep() {
    const {t} = useText();
    const {draft, change} = useProfile();
    const words = t.profile.you;
    const wrong = draft.birth_date !== '' && !isPast(draft.birth_date);
    return (
        <>
            <p className="lead">{words.lead}</p>
            <TextField
                kind="date"
                label={words.birth}
                value={draft.birth_date}
                error={wrong ? t.profile.errors.date : undefined}
                onChange={(birth_date) => change({birth_date})}
            />
            <Choice
                legend={words.status}
                value={draft.citizenship_status}
                options={entries(words.statuses)}
                onChange={(citizenship_status) => change({citizenship_status})}
            />
            <Choice
                legend={words.marital}
                value={draft.marital}
                options={entries(words.maritals)}
                onChange={(marital) => change({marital})}
            />
        </>
    );
}

export function MoreStep() {
    const {t, format} = useText();
    const {draft, change} = useProfile();
    const words = t.profile.more;
    const provinces = provinceCodes
        .filter((code) => code !== 'QC')
        .map((code) => [code, format.province(code)] as const);
    return (
        <>
            <p className="lead">{words.lead}</p>
            <Check
                label={words.sibling}
                checked={draft.sibling}
                onChange={(sibling) => change({sibling})}
            />
            <Check
                label={words.certificate}
                checked={draft.certificate}
                onChange={(certificate) => change({certificate})}
            />
            <Select
                label={words.nomination}
                value={draft.nomination}
                options={[['', words.noNomination], ...provinces]}
                onChange={(nomination) => change({nomination})}
            />
            <div className="row">
                <TextField
                    kind="decimal"
                    optional
                    label={words.funds}
                    hint={words.fundsHint}
                    value={draft.funds}
                    error={numberError(draft.funds, 0, 1e9)}
                    onChange={(funds) => change({funds})}
                />
                <TextField
                    kind="decimal"
                    optional
                    label={words.dependants}
                    value={draft.dependants}
                    error={numberError(draft.dependants, 0, 30)}
                    onChange={(dependants) => change({dependants})}
                />
            </div>
        </>
    );

    function numberError(text: string, min: number, max: number): string | undefined {
        return text === '' || isBetween(text, min, max)
            ? undefined
            : t.profile.errors.number(format.number(min), format.number(max));
    }
}

export function WishesStep() {
    const {t, format} = useText();
    const {draft, change} = useProfile();
    const words = t.profile.wishes;
    const toggle = (code: string, chosen: boolean) =>
        change({
            provinces: chosen
                ? [...draft.provinces, code].sort()
                : draft.provinces.filter((one) => one !== code),
        });
    const payWrong = draft.pay !== '' && !isBetween(draft.pay, 5, 10_000);
    return (
        <>
            <p className="lead">{words.lead}</p>
            <fieldset className="choice choice-columns">
                <legend>{words.provinces}</legend>
                <div>
                    {provinceCodes.map((code) => (
                        <Check
                            key={code}
                            label={format.province(code)}
                            checked={draft.provinces.includes(code)}
                            onChange={(chosen) => toggle(code, chosen)}
                        />
                    ))}
                </div>
            </fieldset>
            <TextField
                optional
                label={words.places}
                value={draft.places}
                onChange={(places) => change({places})}
            />
            <div className="row">
                <TextField
                    kind="decimal"
                    optional
                    label={words.pay}
                    value={draft.pay}
                    error={
                        payWrong ? t.profile.errors.number('5', format.number(10_000)) : undefined
                    }
                    onChange={(pay) => change({pay})}
                />
            </div>
            <Choice
                inline
                legend={words.remote}
                value={draft.remote}
                options={entries(words.remotes)}
                onChange={(remote) => change({remote})}
            />
            <TextField
                optional
                label={words.skills}
                value={draft.skills}
                onChange={(skills) => change({skills})}
            />
        </>
    );
}
