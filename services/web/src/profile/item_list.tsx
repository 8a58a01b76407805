import {useRef, type ReactNode} from 'react';

import {useText} from '../text/text';
import {Icon} from '../ui/icons';

/// A list to which things are added and from which they are taken out.
export function Items<Item>(properties: {
    items: Item[];
    make: () => Item;
    name: (count: number) => string;
    empty: string;
    onChange: (items: Item[]) => void;
    children: (item: Item, set: (item: Item) => void) => ReactNode;
}) {
    const {items, make, name, empty, onChange, children} = properties;
    const {t} = useText();
    const list = useRef<HTMLDivElement>(null);
    const focus = (selector: string) =>
        requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
    const add = () => {
        onChange([...items, make()]);
        focus('fieldset:last-of-type select, fieldset:last-of-type input');
    };
    const remove = (place: number) => {
        onChange(items.filter((_, other) => other !== place));
        // The button that had the focus is gone.
        focus('.add');
    };
    return (
        <div className="items" ref={list}>
            {items.length === 0 && <p className="quiet">{empty}</p>}
            {items.map((item, place) => (
                // Items have no name of their own, and keep their order.
                <fieldset key={place} className="item">
                    <legend>{name(place + 1)}</legend>
                    {children(item, (next) =>
                        onChange(items.map((one, other) => (other === place ? next : one))),
                    )}
                    <button
                        type="button"
                        className="button button-quiet remove"
                        onClick={() => remove(place)}
                    >
                        <Icon name="remove" />
                        {t.profile.remove}
                        <span className="hidden-text"> {name(place + 1)}</span>
                    </button>
                </fieldset>
            ))}
            <button type="button" className="button add" onClick={add}>
                <Icon name="plus" />
                {t.profile.add}
                <span className="hidden-text"> {name(items.length + 1)}</span>
            </button>
        </div>
    );
}
