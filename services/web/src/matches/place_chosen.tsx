import {readPlaceKey} from '../map/places';
import {useText} from '../text/text';
import {Icon} from '../ui/icons';

/// The one place that the list is kept to; a press opens it to all.
export function PlaceChosen({place, clear}: {place: string; clear: () => void}) {
    const {t, format} = useText();
    const {province, city} = readPlaceKey(place);
    const name = city === null ? format.province(province) : `${format.city(city)}, ${province}`;
    return (
        <p className="chosen">
            <Icon name="place" />
            <span>{t.matches.onlyAt(name)}</span>
            <button type="button" className="button button-quiet" onClick={clear}>
                <Icon name="remove" />
                {t.matches.everywhere}
            </button>
        </p>
    );
}
