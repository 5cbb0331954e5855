import { describe, expect, it } from 'vitest';
import { cellsOf, countCells } from './cube.js';
import { cubeFeatures, printGeoJson } from './geojson.js';
import { printJsonStat } from './json-stat.js';
import { printSdmxCsv } from './sdmx-csv.js';
import { sampleCube } from './testing/sample.js';

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces) bytes.push(piece);
  return Buffer.concat(bytes).toString('utf8');
}

const cube = sampleCube();

describe('the cells of a cube', () => {
  it('are those that any unit has, by unit, measure and period', () => {
    const cells = [...cellsOf(cube)].map(({ unit, measure, period }) => [unit, measure, period]);
    expect(cells).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 1],
      [1, 0, 0],
      [1, 0, 1],
      [1, 1, 1],
    ]);
    expect(countCells(cube)).toBe(cells.length);
  });

  it('go on after any of them', () => {
    const all = [...cellsOf(cube)];
    for (const [at, cell] of all.entries()) expect([...cellsOf(cube, cell)]).toEqual(all.slice(at + 1));
  });
});

describe('SDMX-CSV', () => {
  it('has a line for each observation, missing ones empty with a status', async () => {
    expect(await textOf(printSdmxCsv(cube))).toBe(
      [
        'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS',
        'dataflow,AFTERLODE:VALUES(1.0.0),I,xx-1,people,2010,10,person,A',
        'dataflow,AFTERLODE:VALUES(1.0.0),I,xx-1,people,2020,12.5,person,A',
        'dataflow,AFTERLODE:VALUES(1.0.0),I,xx-1,i-jobs,2020,3,person,E',
        'dataflow,AFTERLODE:VALUES(1.0.0),I,xx-2,people,2010,20,person,U',
        'dataflow,AFTERLODE:VALUES(1.0.0),I,xx-2,people,2020,,person,O',
        'dataflow,AFTERLODE:VALUES(1.0.0),I,xx-2,i-jobs,2020,,person,O',
        '',
      ].join('\n'),
    );
  });
});

describe('JSON-stat', () => {
  it('is a data set whose sparse values stand at their number', async () => {
    const source = { en: 'A made pack', zh: '人造数据' };
    const facts = { lang: 'zh', source, updated: '2026-01-15' } as const;
    const found = JSON.parse(await textOf(printJsonStat(cube, facts))) as Record<string, unknown>;
    expect(found).toMatchObject({
      version: '2.0',
      class: 'dataset',
      label: '数值',
      source: '人造数据',
      id: ['unit', 'measure', 'period'],
      size: [2, 2, 2],
      role: { geo: ['unit'], metric: ['measure'], time: ['period'] },
      dimension: {
        unit: {
          category: {
            index: ['xx-1', 'xx-2'],
            label: { 'xx-1': '煤城' },
            coordinates: { 'xx-1': [130.5, 47.25] },
          },
        },
        measure: { category: { unit: { people: { label: '人' } } } },
        period: { category: { index: ['2010', '2020'] } },
      },
    });
    expect(found.value).toEqual({ 0: 10, 1: 12.5, 3: 3, 4: 20 });
    expect(found.status).toEqual({ 3: 'E', 4: 'U' });
  });
});

describe('GeoJSON', () => {
  it('has a feature for each unit, longitude first, missing numbers null', async () => {
    const found = JSON.parse(await textOf(printGeoJson(cubeFeatures(cube)))) as object;
    expect(found).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: 'xx-1',
          geometry: { type: 'Point', coordinates: [130.5, 47.25] },
          properties: {
            name_zh: '煤城',
            name_en: 'Coalton',
            people_2010: 10,
            people_2020: 12.5,
            'i.jobs_2020': 3,
          },
        },
        {
          type: 'Feature',
          id: 'xx-2',
          geometry: null,
          properties: {
            name_zh: '远村',
            name_en: '=Farfield',
            people_2010: 20,
            people_2020: null,
            'i.jobs_2020': null,
          },
        },
      ],
    });
  });

  it('is a collection without features too', async () => {
    expect(JSON.parse(await textOf(printGeoJson([])))).toEqual({ type: 'FeatureCollection', features: [] });
  });
});
