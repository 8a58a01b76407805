import {useText} from '../text/text';

/// The parts whose sum a fit is, each with its reason.
export function PartsTable(properties: {
    parts: readonly {part: string; points: number; max: number; reason: {text: string}}[];
    /// Of parts that not every fit has.
    others?: Record<string, string>;
}) {
    const {t} = useText();
    const names: Record<string, string> = {...t.parts, ...properties.others};
    return (
        <table className="parts">
            <tbody>
                {properties.parts.map(({part, points, max, reason}) => (
                    <tr key={part}>
                        <th scope="row">{names[part] ?? part}</th>
                        <td className="part-points">
                            <b>{points}</b>
                            <span className="quiet">/{max}</span>
                        </td>
                        <td>{reason.text}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
