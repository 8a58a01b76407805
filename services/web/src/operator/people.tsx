import {useOperatorWords} from '../text/later';
import {DeskPage} from '../ui/desk_page';
import {AccountDecisions} from './account_decisions';
import {Firms} from './firms';

export default function PeoplePage() {
    const words = useOperatorWords();
    return (
        <DeskPage title={words.people.title} lead={words.people.lead}>
            <Firms />
            <AccountDecisions />
        </DeskPage>
    );
}
