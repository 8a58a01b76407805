import {AccountFrame} from '../account/frame';
import {Link, useHref} from '../router';
import {usePrivacyWords} from '../text/later';
import {DeleteAccount, DeleteProfile} from './deletion';
import {EmployerConsent} from './employer_consent';
import {ExportAll} from './export_all';
import {Firms} from './firms';
import {LocalPage} from './local';
import {MailWishes} from './mail_wishes';
import {Views} from './views';

/// Who may see what of a person, who has, and how all of it is taken along or away.
export default function PrivacyPage() {
    const words = usePrivacyWords();
    const href = useHref();
    return (
        <AccountFrame name="privacy" title={words.title} otherwise={<LocalPage />}>
            {({account, candidate}) => (
                <>
                    {candidate ? (
                        <>
                            <EmployerConsent candidate={candidate} />
                            <Firms candidate={candidate} />
                            <Views candidate={candidate} />
                        </>
                    ) : (
                        account.role === 'candidate' && (
                            <section className="panel">
                                <p>{words.noProfile}</p>
                                <Link href={href('/profile')}>{words.toProfile}</Link>
                            </section>
                        )
                    )}
                    <MailWishes candidate={candidate} />
                    {candidate && <ExportAll candidate={candidate} />}
                    {candidate && <DeleteProfile candidate={candidate} />}
                    <DeleteAccount hasSecondFactor={account.second_factor} />
                </>
            )}
        </AccountFrame>
    );
}
