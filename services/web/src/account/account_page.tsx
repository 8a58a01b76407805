import {lazy, Suspense} from 'react';

import {useProfile} from '../profile/store';
import {Link, useHref} from '../router';
import {useAccountWords} from '../text/later';
import {AccountFrame} from './frame';
import {PasswordSection} from './password_section';
import {SecondFactor} from './second_factor';
import {Sessions} from './sessions';
import {SignOut} from './sign_out';
import {useStandingWords} from './standing_words';

const StandingSection = lazy(() => import('../advisor/standing'));

export default function AccountPage() {
    const words = useAccountWords();
    return (
        <AccountFrame
            name="account"
            title={words.account.title}
            unfinished={
                <>
                    <p className="lead">{words.signIn.setUpFirst}</p>
                    <SecondFactor isOn={false} codesLeft={0} canTurnOff={false} />
                </>
            }
        >
            {({account}) => (
                <>
                    <Who email={account.email} isCandidate={account.role === 'candidate'} />
                    {account.role === 'advisor' && (
                        <Suspense>
                            <StandingSection account={account} />
                        </Suspense>
                    )}
                    <PasswordSection email={account.email} />
                    <SecondFactor
                        isOn={account.second_factor}
                        codesLeft={account.recovery_codes_left}
                        canTurnOff={account.role === 'candidate'}
                    />
                    <Sessions />
                </>
            )}
        </AccountFrame>
    );
}

function Who({email, isCandidate}: {email: string; isCandidate: boolean}) {
    const words = useAccountWords();
    const href = useHref();
    const {started} = useProfile();
    const standing = useStandingWords();
    return (
        <section className="panel">
            <dl className="facts">
                <div>
                    <dt>{words.account.email}</dt>
                    <dd>{email}</dd>
                </div>
                {isCandidate && (
                    <div>
                        <dt>{words.account.profile}</dt>
                        <dd>
                            {started ? standing : words.account.noProfile}{' '}
                            <Link href={href('/profile')}>{words.account.profile}</Link>
                        </dd>
                    </div>
                )}
            </dl>
            <SignOut />
        </section>
    );
}
