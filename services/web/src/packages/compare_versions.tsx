import {useState} from 'react';

import type {Package} from '../applications/api';
import {usePackageWords} from '../text/later';
import {Select} from '../ui/fields';
import {Comparison} from './comparison';

/// Two versions of a package, chosen and compared; nothing where there are not two.
export function CompareVersions({packages}: {packages: Package[]}) {
    const words = usePackageWords();
    const built = packages.filter(({state}) => state === 'built');
    const [after, setAfter] = useState('');
    const [before, setBefore] = useState('');
    const [last, previous] = built;
    if (!last || !previous) {
        return null;
    }
    const options = built.map(({id, version}) => [id, words.version(version)] as const);
    const one = before || previous.id;
    const other = after || last.id;
    return (
        <>
            <div className="row">
                <Select label={words.older} value={one} options={options} onChange={setBefore} />
                <Select label={words.newer} value={other} options={options} onChange={setAfter} />
            </div>
            {one === other ? (
                <p className="quiet">{words.chooseTwo}</p>
            ) : (
                <div className="changes">
                    <Comparison before={one} after={other} />
                </div>
            )}
        </>
    );
}
