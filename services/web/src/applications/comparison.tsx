import {useState} from 'react';

import {Comparison} from '../packages/comparison';
import {useApplicationWords} from '../text/later';
import {Select} from '../ui/fields';
import type {Package} from './api';

/// What has changed since an earlier version; asked for once it is opened.
export function ChangedSince({one, earlier}: {one: Package; earlier: Package[]}) {
    const words = useApplicationWords();
    const say = words.changes;
    const [open, setOpen] = useState(false);
    const [chosen, setChosen] = useState('');
    const other = earlier.find(({id}) => id === chosen) ?? earlier[0];
    if (!other) {
        return null;
    }
    return (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{say.title}</summary>
            {open && (
                <div className="changes">
                    {earlier.length > 1 ? (
                        <Select
                            label={say.since}
                            value={other.id}
                            options={earlier.map(({id, version}) => [id, words.version(version)])}
                            onChange={setChosen}
                        />
                    ) : (
                        <p className="quiet">{say.sinceOne(other.version)}</p>
                    )}
                    <Comparison before={other.id} after={one.id} />
                </div>
            )}
        </details>
    );
}
