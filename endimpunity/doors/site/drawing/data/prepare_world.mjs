// Makes the world of the site's maps once; running the program needs neither this
// file nor Node. In an empty folder outside the checkout:
//
//   npm i --ignore-scripts world-atlas@2.0.2 d3-geo@3.1.2 d3-geo-projection@4.0.0 \
//     topojson-server@3.0.1 topojson-client@3.1.0 topojson-simplify@3.0.3 polylabel@2.1.0
//   cp CHECKOUT/endimpunity/doors/site/drawing/data/prepare_world.mjs .
//   node prepare_world.mjs CHECKOUT
//
// It writes three files that are kept:
//   doors/site/static/site/world.svg       all land, one picture that browsers keep
//   doors/site/static/site/region.svg      the same, coarser: what a country lies in
//   doors/site/drawing/data/outlines.json  by code: coarse outline, a point, a window
//
// Borders are Natural Earth's, at 1:50 million (public domain), as world-atlas packs
// them (ISC). docs/explanation/figures.md says what is drawn and why.

import { readFileSync, writeFileSync } from "node:fs";
import { geoEqualEarth, geoPath } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import polylabel from "polylabel";
import { feature, merge, mesh } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";

const CHECKOUT = process.argv[2];
const HOUSE = `${CHECKOUT}/endimpunity`;
const WIDTH = 1000;
// A corner is dropped when the triangle that it makes with its neighbours is smaller
// than `corner`, in square units of a map that is 1000 wide; an island smaller than
// `island` is left to the dot of its State. The world's are below a pixel at a desk;
// a country's page, which may hold fifty cases besides, must stay light.
const FINE = { corner: 0.5, island: 1 };
const COARSE = { corner: 2.2, island: 2.5 };
// A country smaller than this, in square units, is given a dot besides its outline.
const LEAST_SEEN = 6;

// Shapes that Natural Earth draws apart and that have no number in world-atlas, under
// the code of ISO 3166 that cases there stand under. The line stays, dotted.
const UNNUMBERED = {
  Kosovo: "XK",
  Somaliland: "SO",
  "N. Cyprus": "CY",
  "Ashmore and Cartier Is.": "AU",
};

// Parts of another country's shape in Natural Earth that ISO 3166 lists under a code
// of their own, or (Crimea: UA-43, UA-40) under another country: [code, the number of
// the shape, west, south, east, north].
const PARTS = [
  ["GF", 250, -55, 2, -51, 6],
  ["GP", 250, -62, 15.8, -60.9, 16.6],
  ["MQ", 250, -61.4, 14.3, -60.7, 15],
  ["RE", 250, 55, -21.6, 56, -20.7],
  ["YT", 250, 44.9, -13.2, 45.4, -12.5],
  ["BQ", 528, -68.6, 11.9, -62.9, 17.8],
  ["SJ", 578, -10, 70.7, 35, 81],
  ["TK", 554, -173, -10, -170, -8],
  ["CX", undefined, 105, -11, 106, -10],
  ["CC", undefined, 96, -13, 97, -11],
  ["UA", 643, 32, 44, 36.7, 46.3],
];

// Codes that have no shape at this scale: longitude and latitude of a place there.
const POINTS = {
  AQ: [0, -60],
  BV: [3.4, -54.4],
  CC: [96.9, -12.2],
  CX: [105.6, -10.5],
  GI: [-5.35, 36.14],
  GP: [-61.5, 16.2],
  MQ: [-61, 14.6],
  RE: [55.5, -21.1],
  SJ: [16, 78.5],
  TK: [-171.8, -9.2],
  TV: [179.2, -8.5],
  UM: [-176.5, 0.2],
  YT: [45.15, -12.8],
  BQ: [-68.3, 12.2],
};

const codes = new Map();
const current = new Set();
const table = readFileSync(`${HOUSE}/foundation/countries/data/codes.toml`, "utf8");
for (const [, code, number] of table.matchAll(/\["([A-Z]{2})", "[A-Z]{3}", (\d+),/g)) {
  codes.set(Number(number), code);
  current.add(code);
}
for (const [, code] of table.matchAll(/^code = "([A-Z]{2})"/gm)) current.add(code);

const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-50m.json"));
const shapes = feature(atlas, atlas.objects.countries).features;

function codeOf(shape) {
  const named = UNNUMBERED[shape.properties.name];
  return named ?? codes.get(Number(shape.id)) ?? "";
}

function polygonsOf(geometry) {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function middleOf(polygon) {
  const longitudes = polygon[0].map(([x]) => x);
  const latitudes = polygon[0].map(([, y]) => y);
  return [
    (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
    (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
  ];
}

function partOf(number, polygon) {
  const [x, y] = middleOf(polygon);
  const found = PARTS.find(
    ([, of, west, south, east, north]) =>
      of === number && west <= x && x <= east && south <= y && y <= north,
  );
  return found?.[0];
}

// One feature for each code and shape, so that a line between two shapes is known.
const pieces = [];
for (const shape of shapes) {
  if (codeOf(shape) === "AQ") continue;
  const number = shape.id === undefined ? undefined : Number(shape.id);
  const byCode = new Map();
  for (const polygon of polygonsOf(shape.geometry)) {
    const code = partOf(number, polygon) ?? codeOf(shape);
    byCode.set(code, [...(byCode.get(code) ?? []), polygon]);
  }
  for (const [code, coordinates] of byCode) {
    pieces.push({
      type: "Feature",
      properties: { code, shape: shape.properties.name },
      geometry: { type: "MultiPolygon", coordinates },
    });
  }
}
const spherical = { type: "FeatureCollection", features: pieces };

// Equal Earth keeps areas; turned by eleven degrees, the edge of the map runs through
// the Bering Strait and cuts no country's mainland.
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, spherical);
const [[, top], [, bottom]] = geoPath(projection).bounds(spherical);
const [shiftX, shiftY] = projection.translate();
projection.translate([shiftX, shiftY - top]);
const height = Math.ceil(bottom - top);
const plane = geoProject(spherical, projection);
plane.features = plane.features.filter((it) => it.geometry);

const detailed = presimplify(topology({ pieces: plane }, 1e5));
const ringArea = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;

// Simplifying leaves flat rings where islands were: they are no land.
function seen(multipolygon, { island }) {
  return multipolygon.coordinates.filter(
    ([ring]) => ring.length > 3 && ringArea(ring) >= island,
  );
}

function relative(points, closed) {
  const tenths = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)]);
  let [x, y] = tenths[0];
  let text = `M${x / 10} ${y / 10}`;
  let word = "";
  const rest = closed ? tenths.slice(1, -1) : tenths.slice(1);
  for (const [nextX, nextY] of rest) {
    if (nextX === x && nextY === y) continue;
    const step = [nextX - x, nextY - y].map((it) => String(it / 10).replace(/^(-?)0\./, "$1."));
    word += (word && !step[0].startsWith("-") ? " " : "") + step[0];
    word += (step[1].startsWith("-") ? "" : " ") + step[1];
    [x, y] = [nextX, nextY];
  }
  if (!word) return "";
  return `${text}l${word}${closed ? "z" : ""}`;
}

const area = (polygons) =>
  polygons.map((rings) => rings.map((ring) => relative(ring, true)).join("")).join("");
const line = (multiline) =>
  multiline.coordinates.map((points) => relative(points, false)).join("");

const coarse = simplify(detailed, COARSE.corner);
const geometries = coarse.objects.pieces.geometries;
const round = (values) => values.map((it) => Math.round(it * 10) / 10);
const outlines = {};
const dots = [];
for (const code of [...current].sort()) {
  const mine = geometries.filter((it) => it.properties.code === code);
  const whole = plane.features
    .filter((it) => it.properties.code === code)
    .flatMap((it) => polygonsOf(it.geometry))
    .sort(([one], [other]) => ringArea(other) - ringArea(one));
  const given = POINTS[code] && projection(POINTS[code]);
  if (!whole.length && !given) throw new Error(`${code} has no place on the map`);
  const [x, y] = whole.length ? polylabel(whole[0], 0.1) : given;
  // Antarctica itself is left out: its dot lies on the lower edge.
  const point = [x, Math.min(y, height)];
  const polygons = mine.length ? seen(merge(coarse, mine), COARSE) : [];
  const [ring] = polygons.length
    ? polygons.reduce((a, b) => (ringArea(a[0]) >= ringArea(b[0]) ? a : b))
    : [[point]];
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  outlines[code] = {
    outline: area(polygons),
    point: round(point),
    window: round([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]),
  };
  const size = polygons.reduce((sum, [outer]) => sum + ringArea(outer), 0);
  if (size < LEAST_SEEN && code !== "AQ") dots.push(round(point));
}

const one = (a) => a.properties.code;
const circles = dots.map(([x, y]) => `M${x} ${y}h0`).join("");

function picture(simple, detail) {
  const pieces = simple.objects.pieces;
  const land = seen(merge(simple, pieces.geometries), detail);
  const borders = mesh(simple, pieces, (a, b) => {
    return a !== b && one(a) && one(b) && one(a) !== one(b);
  });
  const dotted = mesh(simple, pieces, (a, b) => {
    return a !== b && (!one(a) || !one(b) || one(a) === one(b));
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">
<path fill="#86827a" fill-opacity=".36" d="${area(land)}"/>
<g fill="none" stroke="#86827a" stroke-linejoin="round" stroke-linecap="round">
<path stroke-width=".5" d="${line(borders)}"/>
<path stroke-width=".6" stroke-dasharray="0 1.6" d="${line(dotted)}"/>
<path stroke-width="3" d="${circles}"/>
</g>
</svg>
`;
}

const world = picture(simplify(detailed, FINE.corner), FINE);
const region = picture(coarse, COARSE);
writeFileSync(`${HOUSE}/doors/site/static/site/world.svg`, world);
writeFileSync(`${HOUSE}/doors/site/static/site/region.svg`, region);
const rows = Object.entries(outlines).map(([code, it]) => `"${code}": ${JSON.stringify(it)}`);
writeFileSync(
  `${HOUSE}/doors/site/drawing/data/outlines.json`,
  `{\n"width": ${WIDTH},\n"height": ${height},\n"countries": {\n${rows.join(",\n")}\n}\n}\n`,
);
console.log(`world.svg ${world.length}; region.svg ${region.length}; ${rows.length} codes, ${dots.length} dots; height ${height}`);
console.log("without outline:", Object.keys(outlines).filter((it) => !outlines[it].outline).join(" "));
