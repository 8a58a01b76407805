import {useAdvisorWords} from '../text/later';
import {Empty, Failure, Loading} from '../ui/states';
import {itemsOf, useCaseApplications} from './api';
import {ApplicationList} from './application_list';
import {More} from './more';

/// Of one person.
export function ApplicationsOf({candidate}: {candidate: string}) {
    const words = useAdvisorWords();
    const list = useCaseApplications({candidate});
    const items = itemsOf(list.data);
    if (list.isPending) {
        return <Loading />;
    }
    if (list.isError) {
        return <Failure error={list.error} again={list.refetch} />;
    }
    return (
        <>
            {items.length === 0 ? (
                <Empty title={words.applicationsNoneTitle}>
                    <p>{words.applicationsNone}</p>
                </Empty>
            ) : (
                <ApplicationList items={items} label={words.views.applications} />
            )}
            <More list={list} />
        </>
    );
}
