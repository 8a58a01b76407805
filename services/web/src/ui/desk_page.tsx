import '../styles/desk.css';

import type {ReactNode} from 'react';

import {Link} from '../router';
import {Icon} from './icons';
import {usePageTitle} from './title';

/// A page of somebody who works here: what it is, and beneath it what it has.
export function DeskPage(properties: {
    title: string;
    lead?: ReactNode;
    back?: {href: string; label: string}; ///< To what the page is a part of.
    children: ReactNode;
}) {
    const {title, lead, back, children} = properties;
    usePageTitle(title);
    return (
        <div className="desk">
            <header className="desk-head">
                {back && (
                    <Link className="back" href={back.href}>
                        <Icon name="back" />
                        {back.label}
                    </Link>
                )}
                <h1 dir="auto">{title}</h1>
                {lead && <p className="lead">{lead}</p>}
            </header>
            {children}
        </div>
    );
}
