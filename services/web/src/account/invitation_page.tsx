import ResetPage from './reset_page';

/// An advisor who was invited chooses their first password as others choose another one.
export default function InvitationPage() {
    return <ResetPage invited />;
}
