import {useText} from '../text/text';

export interface RoundsOfType {
    type: string;
    enough: boolean; ///< Else there were too few to read anything from.
    cutoff: number | null;
    day?: string; ///< Of that cut-off.
    cells: string[]; ///< One for each further column.
    gained: number | null; ///< The cell that is good news.
}

/// Rounds by type with their last cut-off, and how a score stands to them.
export function RoundsTable(properties: {
    label: string;
    columns: string[]; ///< After type and cut-off.
    rounds: RoundsOfType[];
}) {
    const {label, columns, rounds} = properties;
    const {t, format} = useText();
    return (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        <div className="table-frame" role="group" aria-label={label} tabIndex={0}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t.posting.round}</th>
                        {[t.posting.cutoff, ...columns].map((column) => (
                            <th key={column} scope="col" className="number">
                                {column}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rounds.map(({type, enough, cutoff, day, cells, gained}) => (
                        <tr key={type}>
                            <th scope="row">
                                {type}
                                {!enough && <span className="quiet"> ({t.posting.notEnough})</span>}
                            </th>
                            <td className="number">
                                {cutoff === null ? t.common.unknown : format.number(cutoff)}
                                {day !== undefined && (
                                    <span className="quiet"> {format.day(day)}</span>
                                )}
                            </td>
                            {cells.map((cell, place) => (
                                <td
                                    key={columns[place]}
                                    className={place === gained ? 'number gained' : 'number'}
                                >
                                    {cell}
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
