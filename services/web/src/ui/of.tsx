import {useText} from '../text/text';

/// What a button or a link is about, for whoever hears it alone.
export function Of({name}: {name: string}) {
    const {t} = useText();
    return (
        <span className="hidden-text">
            {t.common.colon}
            {name}
        </span>
    );
}
