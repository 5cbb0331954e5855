import { readdirSync, readFileSync } from 'node:fs';
import { landExample } from '../../../src/web/estates/land-example.js';
import { madeGround } from '../../../src/web/ground/made-ground.js';
import { restorationExamples } from '../../../src/web/restoration/example.js';

type Body = Readonly<Record<string, unknown>>;

/** The CSV files of an example, by name. */
function folder(name: string): Body {
  const files = readdirSync(`examples/${name}`).filter((file) => file.endsWith('.csv'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -4), readFileSync(`examples/${name}/${file}`, 'utf8')]),
  );
}

function texts(files: object): Body {
  const named = files as Readonly<Record<string, { readonly text: string }>>;
  return Object.fromEntries(Object.entries(named).map(([name, { text }]) => [name, text]));
}

const line = {
  type: 'Feature',
  id: 's1',
  properties: {},
  geometry: {
    type: 'LineString',
    coordinates: [
      [130, 47],
      [130, 47.001],
    ],
  },
};
const ring = [
  [100, 39.5],
  [100.75, 39.5],
  [100.75, 40],
  [100, 40],
  [100, 39.5],
];
const index = {
  data: 'uCode,x,y\nA,1,30\nB,2,10\nC,3,20\n',
  meta: 'iCode,Level,Parent,Weight,Type\nx,1,top,3,Indicator\ny,1,top,1,Indicator\ntop,2,,1,Aggregate\n',
  options: { weights: 'equal', normalise: 'minmax:0:10' },
  uncertainty: { factors: [{ name: 'w', vary: 'weights', noise: 0.5 }] },
  runs: 20,
  seed: 5,
  sobol: true,
  samples: 16,
  acceptability: true,
};
const analysed = {
  table: 'place,year,population\nA,2010,100\nA,2020,80\nB,2010,50\nB,2020,60\n',
  from: '2010',
  to: '2020',
};
const vacancy = {
  estates: 'estate,units\na,100\nb,5\n',
  occupied: 'estate,source,occupied,error\na,phone,80,4\nb,phone,2,1\n',
};
const plan = {
  period: '2020',
  scenarios: [{ name: 'least.yaml', text: readFileSync('examples/huaibei-plan/least.yaml', 'utf8') }],
  budget: 'year,budget\n2026,20000000\n',
};

function restoration(): Readonly<Record<string, Body>> {
  const bodies = Object.entries(restorationExamples).map(([name, files]) => [
    name === 'ledger' ? '' : `/${name}`,
    texts(files),
  ]);
  return Object.fromEntries(
    bodies.flatMap(([path, body]) => [
      [`/api/restoration${path as string}`, body as Body],
      [`/api/restoration${path as string}/export`, body as Body],
    ]),
  );
}

/** Bodies that are answered with 200, by path, for requests that go wrong at one place only. `RASTER` is the id of a raster that was sent. */
export function goodBodies(raster: string): Readonly<Record<string, Body>> {
  const { drivers, ...roadmap } = folder('roadmap');
  const chain = folder('chain');
  return {
    '/api/analyse/{kind}': analysed,
    '/api/transfer': { budget: 1e9, period: '2020' },
    '/api/decisions': { about: 'value/cn-230400/2020/population', kind: 'exclude', reason: 'x', by: 'y' },
    '/api/findings': { city: '230400', period: '2020' },
    '/api/index': index,
    '/api/index/export': index,
    '/api/mcda': {
      matrix: 'alternative,price,space\na,1,10\nb,2,30\nc,9,20\n',
      criteria: 'code,type,weight\nprice,cost,1\nspace,benefit,1\n',
      options: { method: 'vikor', v: 0.5 },
    },
    '/api/zonal': {
      raster,
      zones: {
        type: 'Polygon',
        coordinates: [ring],
        crs: { type: 'name', properties: { name: 'EPSG:4326' } },
      },
      stats: ['count', 'mean', 'q90'],
    },
    '/api/vacant-land': {
      image: raster,
      labels: {
        type: 'Feature',
        properties: { class: 'vacant' },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
      bands: 'red',
      trees: 3,
    },
    '/api/disorder': {
      scores: 'image,segment,element,present\n1,s1,litter,1\n2,s1,litter,0\n',
      streets: { type: 'FeatureCollection', features: [line] },
    },
    '/api/disorder/plan': {
      streets: { type: 'FeatureCollection', features: [line] },
      taken: [{ lon: 130, lat: 47.0002, month: 6 }],
      spacing: 40,
      months: '5-9',
    },
    '/api/inefficient-land': texts(landExample()),
    '/api/inefficient-land/export': texts(landExample()),
    '/api/vacancy': vacancy,
    '/api/vacancy/export': vacancy,
    '/api/ground': texts(madeGround()),
    '/api/ground/export': texts(madeGround()),
    '/api/complexity': { table: 'place,activity,value\na,x,1\na,y,1\nb,y,1\n', threshold: 0.5 },
    '/api/linkages': {
      flows: 'from,to,value\ncoal,coal,20\ncoal,power,60\npower,coal,40\npower,power,20\n',
      output: 'sector,output\ncoal,100\npower,200\n',
      jobs: 'sector,city,country\ncoal,30,100\npower,10,300\n',
      extract: ['power'],
    },
    '/api/chain': chain,
    '/api/chain/map': chain,
    '/api/chain/report': chain,
    ...restoration(),
    '/api/renewal': { ...folder('renewal'), livelihoodShare: '0.5', discount: 0.95 },
    '/api/roadmap': {
      ...roadmap,
      table: drivers,
      scenarios: readFileSync('examples/roadmap/scenarios.yaml', 'utf8'),
    },
    '/api/cities/{city}/plan': plan,
    '/api/cities/{city}/plan/report': plan,
    '/api/successors': { place: 'Northpit', ...folder('successors'), without: ['coal'] },
  };
}
