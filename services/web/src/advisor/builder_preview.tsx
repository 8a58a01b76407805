import {lazy, Suspense, useState} from 'react';

import {fileOf, type Manifest} from '../packages/manifest';
import {useAdvisorWords, useApplicationWords} from '../text/later';
import {Choice} from '../ui/fields';
import {Icon} from '../ui/icons';
import {Loading} from '../ui/states';

const Preview = lazy(() => import('../packages/preview'));

const stem = (name: string) => name.replace(/\..*/, '');

/// The PDFs of a package as they are printed, and each of its files to take along.
export function PreviewOf({id, manifest}: {id: string; manifest: Manifest}) {
    const words = useAdvisorWords();
    const {files} = useApplicationWords();
    const printed = manifest.files.map(({name}) => name).filter((name) => name.endsWith('.pdf'));
    const [file, setFile] = useState('resume.pdf');
    const nameOf = (name: string) => files[stem(name)] ?? name;
    return (
        <>
            <Choice
                inline
                legend={words.whichPaper}
                value={file}
                options={printed.map((name) => [name, nameOf(name)] as const)}
                onChange={setFile}
            />
            <div className="actions">
                {manifest.files
                    .filter(({name}) => stem(name) === stem(file))
                    .map(({name}) => (
                        <a key={name} className="button" href={fileOf(id, name)} download>
                            <Icon name="out" />
                            {name.replace(/.*\./, '').toUpperCase()}
                            <span className="hidden-text"> ({nameOf(name)})</span>
                        </a>
                    ))}
            </div>
            <Suspense fallback={<Loading />}>
                <Preview key={file} id={id} file={file} title={nameOf(file)} />
            </Suspense>
        </>
    );
}
