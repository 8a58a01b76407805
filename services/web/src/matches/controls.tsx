import {lazy, Suspense, useState} from 'react';

import {orders} from '../api/queries';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';
import {shows, type Filters} from './filters';
import {PlaceChosen} from './place_chosen';
import {ViewSwitch} from './view_switch';

const SaveSearch = lazy(() => import('../searches/save_search'));

/// In which order, which of them, and how they are shown.
export function Controls(properties: {
    filters: Filters;
    comparing: boolean;
    change: (what: Partial<Filters>) => void;
}) {
    const {filters, comparing, change} = properties;
    const {t} = useText();
    const [saving, setSaving] = useState(false);
    return (
        <div className="controls">
            <label className="inline-field">
                <span>{t.matches.order}</span>
                <select
                    value={filters.order}
                    onChange={(event) =>
                        change({
                            order: orders.find((one) => one === event.target.value) ?? 'fit',
                        })
                    }
                >
                    {orders.map((order) => (
                        <option key={order} value={order}>
                            {t.matches.orders[order]}
                        </option>
                    ))}
                </select>
            </label>
            <label className="inline-field">
                <span>{t.matches.showLabel}</span>
                <select
                    value={filters.show}
                    onChange={(event) =>
                        change({show: shows.find((one) => one === event.target.value) ?? 'all'})
                    }
                >
                    {shows.map((show) => (
                        <option key={show} value={show}>
                            {t.matches.show[show]}
                        </option>
                    ))}
                </select>
            </label>
            {!comparing && <ViewSwitch view={filters.view} change={(view) => change({view})} />}
            <button type="button" className="button button-quiet" onClick={() => setSaving(true)}>
                <Icon name="save" />
                {t.matches.saveSearch}
            </button>
            {filters.place !== '' && (
                <PlaceChosen place={filters.place} clear={() => change({place: ''})} />
            )}
            {saving && (
                <Suspense>
                    <SaveSearch filters={filters} onClose={() => setSaving(false)} />
                </Suspense>
            )}
        </div>
    );
}
