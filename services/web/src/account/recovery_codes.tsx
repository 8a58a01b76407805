import {useEffect, useRef} from 'react';

import {useAccountWords} from '../text/later';
import {saveFile} from '../ui/save_file';

/// Shown once, until the person says that they are kept.
export function RecoveryCodes({codes, onNoted}: {codes: string[]; onNoted: () => void}) {
    const {second} = useAccountWords();
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => heading.current?.focus(), []);
    return (
        <>
            <h3 ref={heading} tabIndex={-1}>
                {second.codesTitle}
            </h3>
            <p>{second.codes}</p>
            <ul className="codes">
                {codes.map((code) => (
                    <li key={code}>
                        <code>{code}</code>
                    </li>
                ))}
            </ul>
            <div className="actions">
                <button
                    type="button"
                    className="button"
                    onClick={() =>
                        saveFile(
                            second.fileName,
                            new Blob([codes.join('\n'), '\n'], {type: 'text/plain'}),
                        )
                    }
                >
                    {second.download}
                </button>
                <button type="button" className="button button-main" onClick={onNoted}>
                    {second.noted}
                </button>
            </div>
        </>
    );
}
