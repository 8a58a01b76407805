import '../styles/advisor.css';
import '../styles/review.css';

import type {ReactNode} from 'react';

import {useSignedIn} from '../account/session';
import {Link, useHref} from '../router';
import type {Role} from '../sections';
import {useReviewWords} from '../text/later';
import {useText} from '../text/text';
import {Empty} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {ClaimPage} from './claim';
import {Claims} from './claims';
import {PostingReview} from './posting';
import {Queue} from './queue';
import {RequestPage} from './request';
import {Requests} from './requests';

const kinds = ['postings', 'claims', 'requests'] as const;
type Kind = (typeof kinds)[number];

/// Who decides on what; deploy/docs/permissions.md says the same.
const deciders: Record<Kind, readonly Role[]> = {
    postings: ['advisor', 'reviewer', 'operator'],
    claims: ['reviewer', 'operator'],
    requests: ['reviewer'],
};

const lists: Record<Kind, ReactNode> = {
    postings: <Queue />,
    claims: <Claims />,
    requests: <Requests />,
};

const one: Record<Kind, (id: string) => ReactNode> = {
    postings: (id) => <PostingReview key={id} id={id} />,
    claims: (id) => <ClaimPage key={id} id={id} />,
    requests: (id) => <RequestPage key={id} id={id} />,
};

/// `review`, `review/{kind}`, `review/{kind}/{id}`.
export default function ReviewSection({rest}: {rest: string[]}) {
    const {t} = useText();
    const words = useReviewWords();
    const role = useSignedIn()?.account.role;
    const [name = 'postings', id = ''] = rest;
    const kind = kinds.find((each) => each === name && role && deciders[each].includes(role));
    const isList = rest.length < 2;
    const known =
        kind !== undefined && (isList || (rest.length === 2 && /^[1-9]\d{0,17}$/.test(id)));
    usePageTitle(known ? t.sections.review[0] : t.common.notFoundTitle);
    if (!known) {
        return (
            <Empty page title={t.common.notFoundTitle}>
                <p>{t.common.notFoundText}</p>
            </Empty>
        );
    }
    if (!isList) {
        return one[kind](id);
    }
    const mine = kinds.filter((each) => role && deciders[each].includes(role));
    return (
        <div className="work">
            <header>
                <h1>{t.sections.review[0]}</h1>
                <p className="lead">{words.leads[kind]}</p>
                {mine.length > 1 && <Kinds kinds={mine} here={kind} />}
            </header>
            {lists[kind]}
        </div>
    );
}

function Kinds({kinds: shown, here}: {kinds: Kind[]; here: Kind}) {
    const words = useReviewWords();
    const href = useHref();
    return (
        <nav className="steps" aria-label={words.kindsLabel}>
            <ol>
                {shown.map((kind) => (
                    <li key={kind}>
                        <Link
                            href={href(kind === 'postings' ? '/review' : `/review/${kind}`)}
                            aria-current={kind === here ? 'page' : undefined}
                        >
                            {words.kinds[kind]}
                        </Link>
                    </li>
                ))}
            </ol>
        </nav>
    );
}
