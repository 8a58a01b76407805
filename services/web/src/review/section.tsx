import {useText} from '../text/text';

export default function ReviewSection() {
    const {t} = useText();
    return <h1>{t.sections.review[0]}</h1>;
}
