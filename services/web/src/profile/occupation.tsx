import {useEffect, useState} from 'react';
import {
    ComboBox,
    Input,
    Label,
    ListBox,
    ListBoxItem,
    Popover,
    Text,
    type Key,
} from 'react-aria-components';

import type {Suggestion} from '../api/client';
import {useSuggest} from '../api/queries';
import {useText} from '../text/text';

const nameOf = (one: Suggestion) => `${one.title} (${one.noc})`;

/// An occupation by what the job is called.
export function Occupation(properties: {
    noc: string;
    name: string;
    onChange: (noc: string, name: string) => void;
}) {
    const {noc, name, onChange} = properties;
    const {t} = useText();
    const words = t.profile.work;
    const suggest = useSuggest();
    const [typed, setTyped] = useState(name);
    const [found, setFound] = useState<Suggestion[]>([]);
    const [searching, setSearching] = useState(false);
    const search = typed === name ? '' : typed.trim();

    useEffect(() => {
        if (search.length < 2) {
            return;
        }
        let current = true;
        const later = setTimeout(() => {
            setSearching(true);
            void suggest(search)
                .catch(() => [])
                .then((suggestions) => {
                    if (current) {
                        setFound(suggestions);
                        setSearching(false);
                    }
                });
        }, 150);
        return () => {
            current = false;
            clearTimeout(later);
        };
        // eslint-disable-next-line react-hooks/exhaustive-deps -- asked when what was typed changes
    }, [search]);

    const choose = (key: Key | null) => {
        const chosen = found.find((one) => one.noc === key);
        if (chosen) {
            setTyped(nameOf(chosen));
            onChange(chosen.noc, nameOf(chosen));
        }
    };
    const type = (text: string) => {
        setTyped(text);
        if (text === '' && noc !== '') {
            onChange('', '');
        }
    };
    return (
        <ComboBox
            className="field"
            items={found}
            inputValue={typed}
            value={noc || null}
            allowsEmptyCollection
            menuTrigger="input"
            onInputChange={type}
            onChange={choose}
            onBlur={() => setTyped(name)}
        >
            <Label>{words.occupation}</Label>
            <Text slot="description" className="hint">
                {words.occupationHint}
            </Text>
            <Input className="input" />
            <Popover className="popover" offset={4}>
                <ListBox
                    className="list-box"
                    renderEmptyState={() => (
                        <p className="list-empty">
                            {searching || search.length < 2
                                ? words.searching
                                : words.occupationNone}
                        </p>
                    )}
                >
                    {(one: Suggestion) => (
                        <ListBoxItem id={one.noc} className="list-item" textValue={nameOf(one)}>
                            <Text slot="label">{one.title}</Text>
                            <Text slot="description">
                                {one.noc} · {t.matches.teer(String(one.teer))}
                                {one.matched && one.matched !== one.title
                                    ? ` · ${one.matched}`
                                    : ''}
                            </Text>
                        </ListBoxItem>
                    )}
                </ListBox>
            </Popover>
        </ComboBox>
    );
}
