import {useAct} from '../account/act';
import {Refused} from '../account/refused';
import {useSignedIn} from '../account/session';
import {SignedIn} from '../account/signed_in';
import {usePosting} from '../api/queries';
import {Link, useHref, useRouter} from '../router';
import {useApplicationWords} from '../text/later';
import {useText} from '../text/text';
import {Failure, Loading} from '../ui/states';
import {usePageTitle} from '../ui/title';
import {useApplicationActs} from './api';

/// Begins an application to a posting, or leads to the one that there is.
export default function BeginPage({posting}: {posting: string}) {
    const words = useApplicationWords();
    usePageTitle(words.begin);
    return (
        <SignedIn title={words.begin} why={words.why}>
            <Begin id={posting} />
        </SignedIn>
    );
}

function Begin({id}: {id: string}) {
    const {t} = useText();
    const words = useApplicationWords();
    const href = useHref();
    const {go} = useRouter();
    const candidate = useSignedIn()?.candidate ?? null;
    const posting = usePosting(id);
    const {begin} = useApplicationActs();
    const {busy, failure, act} = useAct();
    if (posting.isPending) {
        return (
            <>
                <h1>{words.begin}</h1>
                <Loading />
            </>
        );
    }
    if (posting.isError) {
        return <Failure page error={posting.error} again={posting.refetch} />;
    }
    const {title, hiring_organization, text_language} = posting.data.posting;
    return (
        <div className="narrow">
            <h1>{words.begin}</h1>
            <p lang={text_language}>
                <Link href={href(`/postings/${id}`)}>{title}</Link>
                <br />
                {hiring_organization}
            </p>
            <p>{words.beginText}</p>
            {candidate === null ? (
                <div className="notice">
                    <p>{words.profileFirst}</p>
                    <Link className="button button-main" href={href('/profile')}>
                        {t.common.profile}
                    </Link>
                </div>
            ) : (
                <>
                    <Refused error={failure} />
                    <button
                        type="button"
                        className="button button-main"
                        aria-disabled={busy}
                        onClick={() =>
                            void act(async () => {
                                const application = await begin(candidate, id);
                                go(href(`/applications/${application}`), {replace: true});
                            })
                        }
                    >
                        {words.beginIt}
                    </button>
                </>
            )}
        </div>
    );
}
