import {NotFound} from '../ui/not_found';
import {CandidatesPage} from './candidates';
import {OwnPostings} from './postings';

/// Own postings; after the number of one who fits it.
export default function EmployerSection({rest}: {rest: string[]}) {
    const [posting, ...more] = rest;
    if (posting === undefined) {
        return <OwnPostings />;
    }
    const isPosting = /^[1-9]\d{0,17}$/.test(posting) && more.length === 0;
    return isPosting ? <CandidatesPage key={posting} posting={posting} /> : <NotFound />;
}
