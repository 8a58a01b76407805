import '../styles/packages.css';

import {usePackageWords} from '../text/later';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';
import {severities, type Finding} from './manifest';

const icons = {error: 'fail', warning: 'warn', info: 'info'} as const;

/// What a program that reads résumés would trip over, the gravest first, and what to do about it.
export function Findings({findings}: {findings: Finding[]}) {
    const {t} = useText();
    const words = usePackageWords();
    const ordered = severities.flatMap((one) => findings.filter(({severity}) => severity === one));
    if (ordered.length === 0) {
        return <p>{words.noFindings}</p>;
    }
    return (
        <ul className="checks-list">
            {ordered.map((one) => (
                <li
                    key={one.rule + (one.text ?? '')}
                    className={`check-line finding-${one.severity}`}
                >
                    <span className="verdict">
                        <Icon name={icons[one.severity]} />
                        {words.severities[one.severity]}
                    </span>
                    <div>
                        <h3>{one.meaning}</h3>
                        {one.text && (
                            <p className="quote">
                                <q dir="auto">{one.text}</q>
                            </p>
                        )}
                        <p>
                            <b>
                                {words.toDo}
                                {t.common.colon}
                            </b>
                            {one.action}
                        </p>
                    </div>
                </li>
            ))}
        </ul>
    );
}
