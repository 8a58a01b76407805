import {encode} from 'uqr';

/// Dark on light in every theme: that is what cameras read.
export default function QrCode({text, label}: {text: string; label: string}) {
    const {data, size} = encode(text, {ecc: 'M', border: 4});
    const dark = data.flatMap((row, y) =>
        row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return (
        <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
            <rect className="qr-light" width={size} height={size} />
            <path className="qr-dark" d={dark.join('')} />
        </svg>
    );
}
