import { join } from 'node:path';
import { AfterlodeError, type Text } from '../../base/index.js';
import { openBytes } from '../../files/index.js';
import type { Table, TableSidecar } from '../../observe/index.js';
import { readSidecars } from '../tables/tables.js';
import type { Workspace } from '../workspace.js';
import type { StreamedFile } from './export.js';
import { collections } from './features.js';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/**
 * The tables that the pack ships, as a DCAT 3 catalog in JSON-LD: title, source, licence, years, place, file with checksum; and the
 * services that give computed numbers. What a sidecar does not say is left out.
 *
 * @param base address of the server without a slash at its end
 */
export async function dcatCatalog(ws: Workspace, base: string): Promise<object> {
  const sidecars = await readSidecars(ws.pack.folder);
  const read = new Map((await ws.tables()).map((table) => [table.id, table]));
  const box = (await collections(ws)).find(({ id }) => id === 'cities')?.bbox ?? null;
  const place = {
    '@type': 'dct:Location',
    'rdfs:label': inLanguages(ws.pack.title),
    ...(box !== null && { 'dcat:bbox': { '@type': 'geo:wktLiteral', '@value': polygonOf(box) } }),
  };
  return {
    '@context': context,
    '@id': `${base}/dcat.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:conformsTo': { '@id': 'https://www.w3.org/TR/vocab-dcat-3/' },
    'dct:title': inLanguages(ws.pack.title),
    'dct:language': ['zh', 'en'],
    'dcat:version': ws.catalog.version,
    'dct:spatial': place,
    'dcat:dataset': sidecars.map((sidecar) => datasetOf(base, sidecar, read.get(sidecar.id), place)),
    'dcat:service': [
      serviceOf(base, '/api', { en: 'Values, scores and findings', zh: '数值、得分与诊断结论' }),
      serviceOf(base, '/ogc', { en: 'Cities and findings as features', zh: '城市与诊断结论（地理要素）' }),
    ],
  };
}

function datasetOf(base: string, sidecar: TableSidecar, table: Table | undefined, place: object): object {
  const { id, title, note, boundary, source } = sidecar;
  const years = (table?.rowPeriods ?? []).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  return {
    '@id': `${base}/dcat.jsonld#${id}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': inLanguages(title),
    'dct:description': inLanguages(note),
    'dct:creator': { '@type': 'foaf:Agent', 'foaf:name': inLanguages(source.primary) },
    'dct:source': { '@id': source.repository },
    'dct:provenance': {
      '@type': 'dct:ProvenanceStatement',
      'rdfs:label': `${source.repository} ${source.path} ${source.commit}`,
    },
    'dct:license': licenceOf(source.licence),
    'dct:spatial': place,
    ...(first !== undefined && last !== undefined && { 'dct:temporal': yearsOf(first, last) }),
    'dcat:keyword': [...sidecar.columns.values()].map(({ indicator }) => indicator),
    'rdfs:comment': inLanguages(boundary),
    'dcat:distribution': distributionOf(base, sidecar),
  };
}

function distributionOf(base: string, { id, title, file, sha256, source }: TableSidecar): object {
  const url = `${base}/api/tables/${id}/file`;
  const media = (type: string) => ({ '@id': `https://www.iana.org/assignments/media-types/${type}` });
  return {
    '@id': url,
    '@type': 'dcat:Distribution',
    'dct:title': inLanguages(title),
    'dcat:accessURL': { '@id': url },
    'dcat:downloadURL': { '@id': url },
    'dcat:mediaType': media('text/csv'),
    ...(file.endsWith('.gz') && { 'dcat:compressFormat': media('application/gzip') }),
    'dct:license': licenceOf(source.licence),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': sha256,
    },
  };
}

function serviceOf(base: string, path: string, title: Text): object {
  return {
    '@id': `${base}${path}`,
    '@type': 'dcat:DataService',
    'dct:title': inLanguages(title),
    'dcat:endpointURL': { '@id': `${base}${path}` },
    'dcat:endpointDescription': { '@id': `${base}/openapi.json` },
  };
}

/** By the name that the sidecar gives; its text lies in the pack. */
function licenceOf(name: string): object {
  return { '@type': 'dct:LicenseDocument', 'rdfs:label': name };
}

function yearsOf(first: string, last: string): object {
  const year = (period: string) => ({ '@type': 'xsd:gYear', '@value': period.slice(0, 4) });
  return { '@type': 'dct:PeriodOfTime', 'dcat:startDate': year(first), 'dcat:endDate': year(last) };
}

function polygonOf([west, south, east, north]: readonly [number, number, number, number]): string {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return `POLYGON((${corners.map((corner) => corner.join(' ')).join(', ')}))`;
}

function inLanguages({ zh, en }: Text): readonly object[] {
  return Object.entries({ zh, en })
    .filter(([, text]) => text !== '')
    .map(([language, text]) => ({ '@language': language, '@value': text }));
}

/**
 * The file of a shipped table, as it is.
 *
 * @throws AfterlodeError CALL_OPTION for a table there is not, `FILE_…`
 */
export async function tableFile(ws: Workspace, id: string): Promise<StreamedFile> {
  const sidecars = await readSidecars(ws.pack.folder);
  const found = sidecars.find((sidecar) => sidecar.id === id);
  if (found === undefined)
    throw new AfterlodeError('CALL_OPTION', 'table', {
      found: id,
      expected: sidecars.map((sidecar) => sidecar.id).join(', '),
    });
  return {
    fileName: found.file.split('/').at(-1) ?? id,
    mediaType: found.file.endsWith('.gz') ? 'application/gzip' : 'text/csv; charset=utf-8',
    bytes: openBytes(join(ws.pack.folder, 'data', found.file)),
  };
}
