import {useEffect, useRef, type ReactNode} from 'react';

import {Refusal, type EvidenceSummary, type Posting} from '../api/client';
import {usePosting} from '../api/queries';
import {Terms} from '../posting/about';
import {Link, useHref} from '../router';
import {useAdvisorWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {TrustBadge} from '../ui/trust_badge';

/// The posting as it is now; what the open sentence rests on is marked in it.
export function PostingPane({id, facts}: {id: string; facts: ReadonlySet<string>}) {
    const {t} = useText();
    const words = useAdvisorWords();
    const href = useHref();
    const answer = usePosting(id);
    const pane = useRef<HTMLElement>(null);
    useEffect(() => {
        const marked = pane.current?.querySelector('.fact-on');
        if (marked && pane.current && pane.current.scrollHeight > pane.current.clientHeight) {
            marked.scrollIntoView({block: 'nearest'});
        }
    }, [facts]);
    const gone = answer.error instanceof Refusal && answer.error.status === 404;
    return (
        <section
            className="pane pane-posting"
            aria-labelledby="pane-posting"
            ref={pane}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
            tabIndex={0}
        >
            <h2 id="pane-posting">{t.posting.about}</h2>
            {answer.isPending ? (
                <Loading />
            ) : gone ? (
                <p className="notice">{words.postingGone}</p>
            ) : answer.isError ? (
                <Failure error={answer.error} again={answer.refetch} />
            ) : (
                <>
                    {!answer.data.live && <p className="notice">{t.posting.closed}</p>}
                    <TrustBadge
                        id={id}
                        title={answer.data.posting.title}
                        summary={answer.data.evidence}
                    />
                    <Said
                        posting={answer.data.posting}
                        against={answer.data.evidence.pay_against_median}
                        facts={facts}
                    />
                    <Link href={href(`/postings/${id}`)}>{words.wholePosting}</Link>
                </>
            )}
        </section>
    );
}

function Said(properties: {
    posting: Posting;
    against: EvidenceSummary['pay_against_median'];
    facts: ReadonlySet<string>;
}) {
    const {posting, against, facts} = properties;
    const {t, lang} = useText();
    const words = useAdvisorWords();
    const fact = (pointer: string, children: ReactNode) => {
        const on = [...facts].some(
            (one) =>
                one === `posting:${pointer}` ||
                one.startsWith(`posting:${pointer}/`) ||
                (one !== 'posting:' && `posting:${pointer}`.startsWith(`${one}/`)),
        );
        return on ? (
            <mark className="fact-on">
                {children}
                <span className="hidden-text"> ({words.restsOnThis})</span>
            </mark>
        ) : (
            children
        );
    };
    const list = (name: 'duties' | 'skills' | 'credentials', title: string) =>
        posting[name].length > 0 && (
            <>
                <h3 lang={lang}>{title}</h3>
                <ul>
                    {posting[name].map((one, place) => (
                        <li key={place}>{fact(`/${name}/${String(place)}`, one)}</li>
                    ))}
                </ul>
            </>
        );
    const paragraphs = (posting.description ?? '').split(/\n+/).filter((one) => one !== '');
    return (
        <>
            <p lang={posting.text_language} dir="auto">
                <b>{fact('/title', posting.title)}</b>
                <br />
                {fact('/hiring_organization', posting.hiring_organization)}
            </p>
            <Terms posting={posting} against={against} />
            <div className="own-words" lang={posting.text_language} dir="auto">
                {list('duties', t.posting.duties)}
                {list('skills', t.posting.skills)}
                {list('credentials', words.credentials)}
                {paragraphs.length > 0 && <h3 lang={lang}>{words.description}</h3>}
                {paragraphs.map((paragraph, place) => (
                    <p key={place}>{fact('/description', paragraph)}</p>
                ))}
            </div>
        </>
    );
}
