import {useSuggest} from '../api/queries';
import {useText} from '../text/text';
import {Combobox} from '../ui/combobox';

/// An occupation by what the job is called.
export function Occupation(properties: {
    noc: string;
    name: string;
    onChange: (noc: string, name: string) => void;
}) {
    const {name, onChange} = properties;
    const {t} = useText();
    const suggest = useSuggest();
    const words = t.profile.work;
    const ask = async (search: string) =>
        (await suggest(search)).map(({noc, title, teer, matched}) => ({
            key: noc,
            name: `${title} (${noc})`,
            title,
            hint: [
                noc,
                t.matches.teer(String(teer)),
                ...(matched && matched !== title ? [matched] : []),
            ].join(' · '),
        }));
    return (
        <Combobox
            label={words.occupation}
            hint={words.occupationHint}
            value={name}
            words={{searching: words.searching, none: words.occupationNone, found: words.found}}
            ask={ask}
            onChoose={(chosen) => onChange(chosen?.key ?? '', chosen?.name ?? '')}
        />
    );
}
