import type {ReactNode} from 'react';

export interface Column {
    label: string;
    number?: boolean;
}

export interface Row {
    key: string;
    cells: ReactNode[]; ///< One for each column; the first names the row.
}

// Stated, since a table that is laid out as cards is no table to some browsers.
const is = (role: string) => ({role});

/// Rows beside each other where there is room, and cards where there is not: each value then has
/// its column's name before it.
export function DataTable(properties: {
    label: string;
    columns: Column[];
    rows: Row[];
    dense?: boolean; ///< Figures alone: on a card they stand beside each other.
}) {
    const {label, columns, rows, dense = false} = properties;
    const classOf = (place: number) => (columns[place]?.number ? 'number' : undefined);
    return (
        <div className="data-frame">
            <table
                className={dense ? 'data data-dense' : 'data'}
                aria-label={label}
                {...is('table')}
            >
                <thead {...is('rowgroup')}>
                    <tr {...is('row')}>
                        {columns.map((column, place) => (
                            <th
                                key={place}
                                scope="col"
                                className={classOf(place)}
                                {...is('columnheader')}
                            >
                                {column.label}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody {...is('rowgroup')}>
                    {rows.map(({key, cells}) => (
                        <tr key={key} {...is('row')}>
                            {cells.map((cell, place) =>
                                place === 0 ? (
                                    <th key={0} scope="row" {...is('rowheader')}>
                                        {cell}
                                    </th>
                                ) : (
                                    <td key={place} className={classOf(place)} {...is('cell')}>
                                        <span className="cell-label" aria-hidden="true">
                                            {columns[place]?.label}
                                        </span>
                                        <div>{cell}</div>
                                    </td>
                                ),
                            )}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
