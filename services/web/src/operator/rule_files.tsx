import {useOperatorWords} from '../text/later';
import {useText} from '../text/text';
import {DataTable} from '../ui/data_table';
import {Failure, Loading} from '../ui/states';
import {useRuleFiles, type RuleFile} from './api';

/// Every file of rules that the service goes by.
export function RuleFiles() {
    const {format} = useText();
    const words = useOperatorWords();
    const files = useRuleFiles();
    const say = words.rules;
    return (
        <section aria-labelledby="files">
            <h2 id="files">{say.files}</h2>
            {files.isPending && <Loading />}
            {files.isError && <Failure error={files.error} again={files.refetch} />}
            {files.data && (
                <>
                    <p className="quiet">{say.loadedAt(format.moment(files.data.loaded_at))}</p>
                    <DataTable
                        label={say.files}
                        columns={[
                            {label: say.fileName},
                            {label: say.kind},
                            {label: say.use},
                            {label: say.digest},
                        ]}
                        rows={files.data.items.map((one) => ({
                            key: `${one.kind} ${one.file}`,
                            cells: [
                                <span key="file" dir="auto">
                                    {one.file}
                                </span>,
                                <>
                                    {say.kinds[one.kind]} {one.id && <b>{one.id}</b>}
                                </>,
                                <Use key="use" file={one} />,
                                <code key="digest" title={one.sha256}>
                                    {one.sha256.slice(0, 16)}…
                                </code>,
                            ],
                        }))}
                    />
                </>
            )}
        </section>
    );
}

function Use({file}: {file: RuleFile}) {
    const {format} = useText();
    const words = useOperatorWords();
    const say = words.rules;
    return (
        <>
            <span className={file.in_use ? 'tag tag-good' : 'tag'}>
                {file.in_use ? say.inUse : say.notInUse}
            </span>
            <p className="quiet">
                {file.shipped ? say.ships : say.yours}
                {file.version !== null && `, ${say.version(format.number(file.version))}`}
            </p>
            {file.warnings.map((warning) => (
                <p key={warning.code} className="quiet">
                    {warning.text}
                </p>
            ))}
        </>
    );
}
