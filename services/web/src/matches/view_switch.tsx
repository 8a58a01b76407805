import {useText} from '../text/text';
import {Icon} from '../ui/icons';
import type {View} from './filters';

const views = ['list', 'map'] as const;

export function ViewSwitch(properties: {view: View; change: (view: View) => void}) {
    const {view, change} = properties;
    const {t} = useText();
    return (
        <div className="switch-row" role="group" aria-label={t.matches.view}>
            {views.map((one) => (
                <button
                    key={one}
                    type="button"
                    className="button button-quiet"
                    aria-pressed={view === one}
                    onClick={() => change(one)}
                >
                    <Icon name={one === 'map' ? 'place' : 'list'} />
                    {t.matches.views[one]}
                </button>
            ))}
        </div>
    );
}
