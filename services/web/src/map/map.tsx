import '../styles/map.css';

import {useLayoutEffect, useRef, useState} from 'react';

import outlines from '../../generated/outlines.json';
import type {RankedMatch} from '../api/client';
import {useMapWords} from '../text/later';
import {useText} from '../text/text';
import {usePostingWords} from '../ui/posting_words';
import {placesOf, type MatchPlace} from './places';
import {onSheet, shape, wholeSheet, windowOf} from './view';

interface Dot {
    place: MatchPlace;
    point: [number, number];
}

/// Matches by place: dots on the provinces, and beside them a list that says the same.
export default function MatchMap(properties: {
    matches: RankedMatch[];
    chosen: string;
    choose: (place: string) => void;
}) {
    const {matches, chosen, choose} = properties;
    const {t, format} = useText();
    const words = useMapWords();
    const {placeName} = usePostingWords();
    const [whole, setWhole] = useState(false);
    const [pointed, setPointed] = useState('');
    const places = placesOf(matches);
    const dots = places.flatMap((place): Dot[] => {
        const point = place.point && onSheet(place.point);
        return point ? [{place, point}] : [];
    });
    const drawn = new Set(dots.map(({place}) => place.key));
    const toggle = (key: string) => choose(key === chosen ? '' : key);
    return (
        <section className="map" aria-label={words.title}>
            <div className="map-sheet">
                <Sheet
                    dots={dots}
                    whole={whole}
                    marked={[chosen, pointed]}
                    label={words.drawing(matches.length, dots.length)}
                    choose={toggle}
                />
                <p className="map-line">
                    <button
                        type="button"
                        className="button button-quiet"
                        aria-pressed={whole}
                        onClick={() => setWhole(!whole)}
                    >
                        {words.whole}
                    </button>
                    <span className="hint">{words.source}</span>
                </p>
            </div>
            <div className="map-places">
                <h2>{words.places}</h2>
                <ol>
                    {places.map((place) => (
                        <li key={place.key}>
                            <button
                                type="button"
                                className="map-place"
                                aria-pressed={place.key === chosen}
                                onClick={() => toggle(place.key)}
                                onMouseEnter={() => setPointed(place.key)}
                                onMouseLeave={() => setPointed('')}
                                onFocus={() => setPointed(place.key)}
                                onBlur={() => setPointed('')}
                            >
                                <span>
                                    {placeName(place)}
                                    {place.city !== null && (
                                        <span className="quiet"> {place.province}</span>
                                    )}
                                    {!drawn.has(place.key) && (
                                        <span className="hint"> {words.noPoint}</span>
                                    )}
                                </span>
                                <span className="count">
                                    {format.number(place.count)}
                                    <span className="hidden-text">
                                        {' '}
                                        {words.matches(place.count)}
                                    </span>
                                </span>
                            </button>
                        </li>
                    ))}
                </ol>
                {places.length === 0 && <p className="quiet">{t.matches.emptyFilters}</p>}
            </div>
        </section>
    );
}

/// Its area grows with the number of matches.
const radius = (count: number) => 4 + 2.5 * Math.sqrt(count);

function Sheet(properties: {
    dots: Dot[];
    whole: boolean;
    marked: string[];
    label: string;
    choose: (key: string) => void;
}) {
    const {dots, whole, marked, label, choose} = properties;
    const {format} = useText();
    const {placeName} = usePostingWords();
    const frame = useRef<HTMLDivElement>(null);
    const [width, setWidth] = useState(0);
    useLayoutEffect(() => {
        const element = frame.current;
        if (!element) {
            return;
        }
        const watch = new ResizeObserver(() => setWidth(element.clientWidth));
        watch.observe(element);
        return () => watch.disconnect();
    }, []);
    const shown = whole ? wholeSheet : windowOf(dots.map(({point}) => point));
    const scale = width / shown.width;
    const height = width * shape;
    // What is drawn last lies on top: few over many, what is marked over all.
    const ordered = [
        ...dots.filter(({place}) => !marked.includes(place.key)),
        ...dots.filter(({place}) => marked.includes(place.key)),
    ];
    return (
        <div className="map-frame" ref={frame}>
            {width > 0 && (
                <svg
                    viewBox={`0 0 ${width} ${height}`}
                    width={width}
                    height={height}
                    role="img"
                    aria-label={label}
                >
                    <g
                        transform={`scale(${scale}) translate(${-shown.left} ${-shown.top}) scale(0.1)`}
                    >
                        {outlines.provinces.map(({code, path}) => (
                            <path key={code} className="map-province" d={path}>
                                <title>{format.province(code)}</title>
                            </path>
                        ))}
                        <path className="map-lakes" d={outlines.lakes} />
                    </g>
                    {ordered.map(({place, point}) => {
                        const [x, y] = [
                            (point[0] - shown.left) * scale,
                            (point[1] - shown.top) * scale,
                        ];
                        const size = radius(place.count);
                        return (
                            // The list beside has the same as buttons.
                            <g
                                key={place.key}
                                className={
                                    marked.includes(place.key) ? 'map-dot map-marked' : 'map-dot'
                                }
                                onClick={() => choose(place.key)}
                            >
                                <title>{`${placeName(place)}: ${place.count}`}</title>
                                <circle
                                    className="map-reach"
                                    cx={x}
                                    cy={y}
                                    r={Math.max(size, 12)}
                                />
                                <circle cx={x} cy={y} r={size} />
                                {place.count > 3 && (
                                    <text x={x} y={y} textAnchor="middle" dy="0.35em">
                                        {format.number(place.count)}
                                    </text>
                                )}
                            </g>
                        );
                    })}
                </svg>
            )}
        </div>
    );
}
