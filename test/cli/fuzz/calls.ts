import { readFileSync } from 'node:fs';
import { smallTiff } from '../../../src/files/raster/testing/small-tiff.js';
import { goodBodies } from '../../api/fuzz/good-bodies.js';

/** A file that a call reads, as it should be. */
export interface GoodFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What stands before its path in the same word. */
  readonly before?: string;
}

/** A call that reads files: words, and the files among them. */
export type FileCall = readonly (string | GoodFile)[];

const file = (name: string, content: string | Uint8Array): GoodFile => ({ name, content });
const shipped = (path: string) => file(path.split('/').at(-1) as string, readFileSync(path));

/** A body of the API as options: each text is a file with the ending of the name that stands for it. */
function options(path: string, names: Readonly<Record<string, string>>): FileCall {
  const body = bodies[path] as Readonly<Record<string, unknown>>;
  return Object.entries(names).flatMap(([option, name]) => {
    const key = name.slice(0, name.indexOf('.'));
    const content = body[key] ?? null;
    return [option, file(name, typeof content === 'string' ? content : JSON.stringify(content))];
  });
}
const csv = (...names: string[]) => Object.fromEntries(names.map((name) => [`--${name}`, `${name}.csv`]));

const bodies = goodBodies('none');
const raster = (name: string) => file(name, new Uint8Array(smallTiff(4, [1, 2, 3, 4, 5, 6, 7, 8])));
const area = file(
  'area.geojson',
  '{"type":"Feature","id":"a","properties":{"class":"vacant"},"crs":{"type":"name","properties":{"name":"EPSG:4326"}},"geometry":{"type":"Polygon","coordinates":[[[100,39.5],[100.75,39.5],[100.75,40],[100,40],[100,39.5]]]}}',
);
const years = ['--from', '2010', '--to', '2020'];
const people = file('people.csv', 'place,age,people,survival,children\nA,0,10,0.9,0\nA,20,20,0.5,0.5\n');
const index = bodies['/api/index'] as { readonly data: string; readonly meta: string };
const indexFiles = ['--data', file('data.csv', index.data), '--meta', file('meta.csv', index.meta)];
const street = {
  scores: file('scores.csv', 'image,segment,element,present\n1,s1,litter,1\n2,s1,litter,0\n'),
  lines: file('streets.geojson', JSON.stringify((bodies['/api/disorder'] as { streets: unknown }).streets)),
};
const plan = shipped('examples/huaibei-plan/least.yaml');
const reports = ['report', 'Huaibei', '--kind', 'plan', '--out', '{out}/plan.html'];
const figures = shipped('examples/round-2025/hegang.csv');

/**
 * Calls of every command that reads files; `{out}` stands for a folder that results may be written to,
 * `{pictures}` for one of a picture 1.jpg, `r1` for a round that is open.
 */
export const fileCalls: readonly FileCall[] = [
  ['import', '--dry-run', shipped('examples/round-2025/figures-2024.csv')],
  ['survey', 'import', file('answers.csv', 'city,question,answer\n鹤岗,x,1\n')],
  [
    'targets',
    'import',
    file(
      'targets.csv',
      'city,indicator,year,target,document,issued\n鹤岗,population,2025,1,plan,2021-01-01\n',
    ),
  ],
  ['round', 'define', shipped('examples/round-2025/round.yaml')],
  ['round', 'save', 'r1', 'Hegang', figures],
  ['round', 'evidence', 'r1', 'Hegang', file('proof.csv', 'a,b\n1,2\n')],
  ['round', 'upload', 'r1', file('book.xlsx', 'no workbook')],
  ['round', 'recompute', 'r1', '--figures', file('own.csv', 'unit,node,score\ncn-230400,economy,1\n')],
  ['findings', 'import', file('ledger.json', '{}')],
  ['findings', 'attach', 'none', file('photo.jpg', 'no photo')],
  ['restore', '--workspace', '{out}/empty', file('all.backup', 'no backup')],
  ['index', ...indexFiles],
  [
    'index',
    ...indexFiles,
    '--weights',
    'ahp',
    '--judgements',
    file('j.csv', 'parent,row,column,value\ntop,x,y,3\n'),
  ],
  [
    'index',
    ...indexFiles,
    '--uncertainty',
    file('vary.yaml', 'factors: [{name: w, vary: weights, noise: 0.5}]\n'),
    '--runs',
    '2',
  ],
  [
    'mcda',
    '--weights',
    'ahp',
    ...options('/api/mcda', csv('matrix', 'criteria')),
    '--judgements',
    file('j.csv', 'row,column,value\nprice,space,3\n'),
  ],
  [
    'analyse',
    'population',
    '--table',
    people,
    '--years',
    '20',
    '--services',
    file('services.csv', 'place,service,amount\nA,beds,10\n'),
  ],
  [
    'analyse',
    'carbon',
    ...years,
    '--table',
    file('co2.csv', 'place,year,co2,gdp,population\nB,2010,100,100,10\nB,2020,180,200,12\n'),
    '--sectors',
    file('sectors.csv', 'place,year,sector,output,energy,co2\nB,2010,m,60,40,80\nB,2020,m,200,70,180\n'),
  ],
  [
    'analyse',
    'jobs',
    '--table',
    file('jobs.csv', 'place,occupation,displaced,vacancies\nA,miner,10,0\nA,nurse,0,5\n'),
    '--skills',
    file('skills.csv', 'occupation,skill,level\nminer,dig,3\n'),
    '--similarity',
    '0.5',
  ],
  ['analyse', 'structure', '--table', file('s.csv', 'place,sector,first,last\nA,coal,10,5\nA,care,5,9\n')],
  [
    'classify',
    '鹤岗',
    '--reserves',
    file('r.csv', 'place,resource,basis,reserves,additions,year,output\n鹤岗,coal,total,10,0,2020,1\n'),
  ],
  ['distress', '--table', shipped('examples/county-distress/counties.csv')],
  [
    'transfer',
    '--budget',
    '1000',
    '--period',
    '2015',
    '--units',
    file('u.csv', 'city,population\n鹤岗,100\n大庆,100\n'),
  ],
  [
    'subsidence',
    file('rates.tif', raster('x').content),
    '--out',
    '{out}/s',
    '--population',
    raster('people.tif'),
    '--buildings',
    area,
    '--lines',
    area,
    '--incidence',
    raster('i.tif'),
  ],
  [
    'evaluate',
    'Hegang',
    ...years,
    '--targets',
    file('t.csv', 'city,indicator,year,target,document\n鹤岗,population,2020,15,plan\n'),
  ],
  [
    'evaluate',
    '--effect',
    file('e.csv', 'place,year,outcome,treated_from\na,2000,2,2001\na,2001,6,2001\nb,2000,1,\nb,2001,2,\n'),
  ],
  ['disorder', '--scores', street.scores, '--streets', street.lines, '--reference', street.scores],
  ['disorder', '--scores', street.scores, '--lengths', file('lengths.csv', 'segment,length_m\ns1,100\n')],
  [
    'disorder',
    '--scores',
    street.scores,
    '--ratings',
    file('r.csv', 'image,element,present\n1,litter,1\n2,litter,0\n'),
  ],
  [
    'disorder',
    '--shares',
    file('c.csv', 'image,segment,road,building\n1,s1,0.5,0.5\n'),
    '--streets',
    street.lines,
  ],
  [
    'disorder',
    '--images',
    '{pictures}',
    '--weights',
    file('w.safetensors', 'none'),
    '--places',
    file('p.csv', 'image,segment\n1,s1\n'),
  ],
  [
    'disorder',
    '--images',
    '{pictures}',
    '--places',
    file('p.csv', 'image,segment\n1,s1\n'),
    '--model',
    file('model.yaml', 'file: model.onnx\n'),
  ],
  ['disorder', '--plan', '--streets', street.lines, '--taken', file('taken.csv', 'lon,lat\n130,47\n')],
  ['zonal', '--raster', raster('r.tif'), '--zones', area, '--weights', raster('w.tif')],
  [
    'ground',
    ...options('/api/ground', {
      '--subsidence': 'subsidence.geojson',
      '--disorder': 'disorder.geojson',
      '--vacant-land': 'vacantLand.geojson',
      '--vacancy': 'vacancy.geojson',
      '--inefficient-land': 'inefficientLand.geojson',
      '--area': 'area.geojson',
      '--found': 'found.csv',
      '--complaints': 'complaints.csv',
      '--projects': 'projects.geojson',
    }),
  ],
  [
    'ground',
    ...options('/api/ground', { '--vacancy': 'vacancy.geojson' }),
    '--parcels',
    area,
    '--metres',
    'EPSG:32647',
    '--covered',
    { ...area, before: 'subsidence=' },
  ],
  [
    'inefficient-land',
    ...options('/api/inefficient-land', {
      '--plots': 'plots.geojson',
      '--buildings': 'buildings.geojson',
      '--attributes': 'attributes.csv',
    }),
    '--heights',
    raster('h.tif'),
  ],
  [
    'vacancy',
    ...options('/api/vacancy', csv('estates', 'occupied')),
    '--places',
    area,
    '--checked',
    file('visits.csv', 'estate,checked,occupied\na,10,8\n'),
  ],
  [
    'vacancy',
    ...options('/api/vacancy', csv('estates')),
    '--meters',
    file('m.csv', 'estate,meter,month,reading\na,1,2024-01,5\n'),
  ],
  [
    'vacant-land',
    '--image',
    raster('i.tif'),
    '--labels',
    area,
    '--bands',
    'red',
    '--trees',
    '2',
    '--parcels',
    area,
    '--built-up',
    area,
    '--population',
    raster('p.tif'),
    '--night-light',
    raster('n.tif'),
  ],
  ['vacant-land', '--image', raster('i.tif'), '--bands', 'red', '--model', file('model.json', '{}')],
  ['complexity', ...options('/api/complexity', csv('table')), '--threshold', '0.5'],
  [
    'successors',
    'Northpit',
    '--without',
    'coal',
    ...options('/api/successors', csv('table', 'needs', 'has', 'figures')),
  ],
  ['linkages', ...options('/api/linkages', csv('flows', 'output', 'jobs'))],
  ['chain', ...options('/api/chain', csv('nodes', 'edges', 'firms', 'records', 'pools', 'partners'))],
  ['restoration', ...options('/api/restoration', csv('ledger'))],
  ['restoration', ...options('/api/restoration/treatment', csv('parcels', 'prices'))],
  ['restoration', ...options('/api/restoration/legacy', csv('legacy', 'paces'))],
  ['restoration', ...options('/api/restoration/forest', csv('stands', 'factors', 'credit'))],
  ['renewal', ...options('/api/renewal', csv('projects', 'budget', 'precedence', 'capacity', 'parcels'))],
  [
    'roadmap',
    ...options('/api/roadmap', { '--table': 'table.csv', '--scenarios': 'scenarios.yaml' }),
    ...options('/api/roadmap', csv('jobs', 'successors', 'matches', 'labour')),
  ],
  ['plan', 'Huaibei', '--scenario', plan, '--budget', file('budget.csv', 'year,budget\n2026,20000000\n')],
  [...reports, '--scenario', plan, '--budget', file('budget.csv', 'year,budget\n2026,20000000\n')],
];
