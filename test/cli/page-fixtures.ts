import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { madeJpeg } from '../../src/files/picture/testing/made-picture.js';
import { madeWavelength, stackMaker } from '../app/made-radar.js';
import { madeTown, quickly } from '../app/made-town.js';
import { callHere, jsonHere } from './here.js';

/** What stands for the words that a reader of a page puts in: files of the user, and what earlier calls gave out. */
export type PagePlaces = Readonly<Record<string, string | (() => Promise<string>)>>;

const finding = 'finding/cn-230400/2020/light.housing_area_per_person';
const streets = {
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'EPSG:32650' } },
  features: [
    {
      type: 'Feature',
      id: '中山路',
      properties: { segment: '中山路' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [500_000, 4_000_000],
          [500_300, 4_000_000],
        ],
      },
    },
  ],
};

const texts: Readonly<Record<string, string>> = {
  'figures.csv': 'city,period,indicator,value,unit\n鹤岗,2021,population,880000,person\n',
  'M.csv': 'site,jobs,cost\nA,2,3\nB,1,2\nC,2,6\n',
  'C.csv': 'code,type,weight\njobs,benefit,0.6\ncost,cost,0.4\n',
  'factors.yaml': 'factors:\n  - {name: weights, vary: weights, noise: 0.25}\n',
  'scores.csv':
    'image,segment,element,present,auditor\n1,中山路,litter,1,甲\n1,中山路,litter,1,乙\n2,中山路,litter,0,甲\n',
  'streets.geojson': JSON.stringify(streets),
};

/** Makes the files in a folder; `own` are the words that name the workspace in which findings and accounts are kept. */
export async function pagePlaces(folder: string, own: readonly string[]): Promise<PagePlaces> {
  const file = (name: string, content: string | Uint8Array = texts[name] ?? '') => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const newStack = stackMaker();
  const stack = () => {
    const made = newStack();
    made.put('info.json', JSON.stringify({ wavelength_m: madeWavelength }));
    return made.folder;
  };
  const town = await madeTown();
  const figures = file('figures.csv');
  const [scores, lines] = [file('scores.csv'), file('streets.geojson')];
  const comments = async () =>
    (await jsonHere<{ comments: { id: string }[] }>(['findings', 'show', finding, ...own])).comments;
  const files = async () =>
    (await jsonHere<{ files: { id: string }[] }>(['findings', 'show', finding, ...own])).files;
  return {
    'figures.csv': figures,
    '表.csv': figures,
    文件: figures,
    'iData.csv': resolve('test/cli/iData.csv'),
    'iMeta.csv': resolve('test/cli/iMeta.csv'),
    'M.csv': file('M.csv'),
    'C.csv': file('C.csv'),
    'factors.yaml': file('factors.yaml'),
    'S.csv': scores,
    '评分.csv': scores,
    'G.geojson': lines,
    '街道.geojson': lines,
    'city.tif': town.image,
    '影像.tif': town.image,
    'labels.geojson': town.labels,
    '标注.geojson': town.labels,
    // the made town has no fourth band
    'red,green,blue,nir': 'red,green,blue',
    STACK: stack(),
    ASCENDING: stack(),
    DESCENDING: stack(),
    'ROW,COL,HALF': '1,1,1',
    'photo.jpg': file('photo.jpg', madeJpeg(8, 8, [[0]])),
    FILE: join(folder, 'own.backup'),
    备份: join(folder, 'own-zh.backup'),
    FINDING: finding,
    COMMENT: async () => (await comments()).at(-1)?.id ?? '',
    ID: async () => (await files()).at(-1)?.id ?? '',
    NAME: 'zhao',
    ISSUER: 'https://identity.example',
    SUBJECT: 'zhao-2026',
    LINE: async () => (await callHere(['audit', 'head', ...own])).out.trim(),
  };
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What small made data need beside the words of the page. */
export const moreWords: Readonly<Record<string, readonly string[]>> = {
  subsidence: ['--minimum-observations', '3'],
  'vacant-land': Object.entries(quickly).flatMap(([name, value]) => [`--${dashed(name)}`, String(value)]),
};

/** What has to be there before the pages about findings and accounts. */
export async function prepareOwn(own: readonly string[]): Promise<void> {
  const lines = [
    ['account', 'add', 'zhao', '--without-password'],
    ['findings', 'open', '鹤岗', 'housing_area_per_person', '--period', '2020', '--by', 'Li'],
  ];
  for (const words of lines) {
    const { status, err } = await callHere([...words, ...own]);
    if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${err}`);
  }
}
