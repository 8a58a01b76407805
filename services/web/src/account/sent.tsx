import {useEffect, useRef, type ReactNode} from 'react';

/// What stands in the place of a form once it has done its work; it is read out at once.
export function Sent({title, children}: {title: string; children: ReactNode}) {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => heading.current?.focus(), []);
    return (
        <div className="narrow">
            <h1 ref={heading} tabIndex={-1}>
                {title}
            </h1>
            {children}
        </div>
    );
}
