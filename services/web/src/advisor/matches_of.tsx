import {useState} from 'react';

import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import type {RankedMatch} from '../api/client';
import {useApplicationActs} from '../applications/api';
import {Link, useHref, useRouter} from '../router';
import {useAdvisorWords} from '../text/later';
import {useText} from '../text/text';
import {Check} from '../ui/fields';
import {bandOf, FitBar} from '../ui/fit_bar';
import {LiftList} from '../ui/lift_list';
import {usePostingWords} from '../ui/posting_words';
import {Empty, Failure, Loading} from '../ui/states';
import {TrustBadge} from '../ui/trust_badge';
import {useMatchesOf} from './api';
import {BuildMany} from './build_many';

/// The best postings for one person; packages for those that are chosen.
export function MatchesOf({id}: {id: string}) {
    const {t, format} = useText();
    const words = useAdvisorWords();
    const matches = useMatchesOf(id);
    const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
    const [first] = matches.data?.pages ?? [];
    if (matches.isPending) {
        return <Loading />;
    }
    if (matches.isError) {
        return <Failure error={matches.error} again={matches.refetch} />;
    }
    const found = matches.data.pages.flatMap((page) => page.matches);
    if (!first || found.length === 0) {
        return (
            <Empty title={t.matches.emptyTitle}>
                <p>{t.matches.emptyNone}</p>
            </Empty>
        );
    }
    const choose = (posting: string, on: boolean) => {
        const next = new Set(chosen);
        if (on) {
            next.add(posting);
        } else {
            next.delete(posting);
        }
        setChosen(next);
    };
    return (
        <>
            <p className="quiet">
                {t.matches.live(format.number(first.live), format.day(first.as_of))}
            </p>
            {chosen.size > 0 && (
                <section className="panel" aria-label={words.buildTitle}>
                    <BuildMany
                        pairs={[...chosen].map((posting_id) => ({candidate: id, posting_id}))}
                    />
                </section>
            )}
            <ol className="match-lines" aria-label={words.views.matches}>
                {found.map((match) => (
                    <li key={match.posting.id}>
                        <MatchLine
                            match={match}
                            candidate={id}
                            isChosen={chosen.has(match.posting.id)}
                            choose={(on) => choose(match.posting.id, on)}
                        />
                    </li>
                ))}
            </ol>
            {matches.hasNextPage && (
                <div className="actions">
                    <button
                        type="button"
                        className="button"
                        aria-disabled={matches.isFetchingNextPage}
                        onClick={() => void matches.fetchNextPage()}
                    >
                        {t.matches.more}
                    </button>
                </div>
            )}
            <p className="quiet">{first.notice}</p>
        </>
    );
}

function MatchLine(properties: {
    match: RankedMatch;
    candidate: string;
    isChosen: boolean;
    choose: (on: boolean) => void;
}) {
    const {match, candidate, isChosen, choose} = properties;
    const {posting, fit, lift, placed_after} = match;
    const {t} = useText();
    const words = useAdvisorWords();
    const href = useHref();
    const {go} = useRouter();
    const {pay, places} = usePostingWords();
    const {begin} = useApplicationActs();
    const {busy, failure, act} = useAct();
    return (
        <article className="match" aria-labelledby={`match-${posting.id}`}>
            <p className="match-fit">
                <span className="hidden-text">{t.matches.fit} </span>
                <b className="figure">{fit.total}</b>
                <span>{t.matches.bands[bandOf(fit.total)]}</span>
            </p>
            <div className="match-main">
                <h2 id={`match-${posting.id}`} lang={posting.text_language}>
                    <Link href={href(`/postings/${posting.id}`)}>{posting.title}</Link>
                </h2>
                <p className="match-employer" lang={posting.text_language}>
                    {posting.hiring_organization}
                </p>
                <p className="quiet">
                    {places(posting)} · {pay(posting.base_salary)}
                </p>
                <FitBar fit={fit} />
                {placed_after.length > 0 && (
                    <p className="quiet">
                        {t.matches.placedAfter}
                        {t.common.colon}
                        {placed_after.map((one) => one.text).join('; ')}
                    </p>
                )}
                {posting.evidence && (
                    <TrustBadge id={posting.id} title={posting.title} summary={posting.evidence} />
                )}
            </div>
            <div className="match-lift">
                <h3>{t.matches.lift}</h3>
                <LiftList lifts={lift} />
            </div>
            <div className="match-actions">
                <Check
                    label={
                        <>
                            {words.choose}
                            <span className="hidden-text"> {posting.title}</span>
                        </>
                    }
                    checked={isChosen}
                    onChange={choose}
                />
                <button
                    type="button"
                    className="button"
                    aria-disabled={busy}
                    onClick={() =>
                        void act(async () => {
                            go(href(`/applications/${await begin(candidate, posting.id)}`));
                        })
                    }
                >
                    {words.prepare}
                    <span className="hidden-text"> ({posting.title})</span>
                </button>
                <Refused error={failure} />
            </div>
        </article>
    );
}
