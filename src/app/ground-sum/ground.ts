import { join } from 'node:path';
import { officeTypes } from '../../base/index.js';
import { expectWritable } from '../../files/index.js';
import { type Measuring, measuringOf } from '../../locate/index.js';
import { findingYear } from '../land/call.js';
import { mayOpenFindings } from '../ledger/findings-in.js';
import type { ReportFile } from '../report/report.js';
import type { Workspace } from '../workspace.js';
import type { DoubleHighAnswer, GroundAnswer, GroundRow, GroundShown, ProjectRow } from './answer.js';
import { groundBase } from './base.js';
import { type GroundOptions, type GroundWords, groundOptions } from './call.js';
import { type CountedPoints, countedPoints } from './counted.js';
import { checkDocuments, documentsOf, type GroundCall, type GroundDocuments } from './documents.js';
import { openDoubleHigh } from './findings.js';
import { boxOf } from './grid.js';
import { cellFeatures, zoneFeatures } from './map.js';
import { placedPoints, projectRows, readProjects } from './projects.js';
import type { GroundResult } from './result.js';
import { groundRows, groundSummary } from './rows.js';
import { groundWorkbook, saveGround } from './save.js';
import { type FoundZones, foundZones, worstIn } from './zones.js';

const noRows = { rows: [], places: [], sum: null } as const;

/**
 * The five kinds of problem on the ground over cells or parcels, and zones with many findings and many complaints
 * (docs/methods/locate/ground-sum.md); writes files where a folder is named, and findings where a city is.
 *
 * @throws AfterlodeError CALL_OPTION, GROUND_…, ZONES_…, LAND_…, FILE_…, CITY_UNKNOWN; nothing is written then
 */
export async function ground(ws: Workspace, call: GroundCall): Promise<GroundAnswer> {
  const { out, findings: city } = call;
  const period = city === undefined ? null : findingYear(call.period);
  const access = city === undefined ? null : mayOpenFindings(ws, city, call.access);
  if (out !== undefined) await expectWritable(out);
  const result = await computed(ws, await documentsOf(call), call, city !== undefined);
  const files = out === undefined ? [] : await saveGround(ws.catalog, out, result);
  if (city === undefined || period === null || access === null) return { ...result.answer, files };
  const evidence = out === undefined ? (call.complaints ?? '') : join(out, 'zones.geojson');
  const opened = await openDoubleHigh(ws, { city, period, evidence, access }, result);
  return { ...result.answer, files, findings: opened };
}

/** As `ground`, from documents that are there; writes nothing, and gives the map too. */
export async function groundOf(
  ws: Workspace,
  documents: GroundDocuments,
  words: GroundWords,
): Promise<GroundAnswer & GroundShown> {
  const result = await computed(ws, documents, words);
  const { answer, shown } = result;
  return {
    ...answer,
    map: { cells: cellFeatures(ws.catalog, result), zones: await zoneFeatures(result), ...shown },
  };
}

/** The tables of `groundOf` as a workbook. */
export async function groundFile(
  ws: Workspace,
  documents: GroundDocuments,
  words: GroundWords,
): Promise<ReportFile> {
  return {
    fileName: 'ground.xlsx',
    mediaType: officeTypes.xlsx,
    bytes: await groundWorkbook(ws.catalog, await computed(ws, documents, words)),
  };
}

/**
 * All that is asked, computed once for answer, map and files.
 *
 * @throws AfterlodeError as `groundOf`
 */
async function computed(
  ws: Workspace,
  documents: GroundDocuments,
  words: GroundWords,
  opensFindings = false,
): Promise<GroundResult> {
  const options = groundOptions(words, ws.catalog);
  checkDocuments(documents, options, opensFindings);
  const counted = await countedPoints(ws, documents, options);
  const base = await groundBase(documents, options);
  const measuring = base?.measuring ?? (await measuringOfPoints(counted, options));
  const { rows, places, sum } = base === null ? noRows : groundRows(base, options);
  const asked = documents.projects === undefined ? null : await readProjects(documents.projects, options);
  const zones = counted && (await zonesOf(counted, rows, measuring, options));
  const projects = zones && asked && (await projectRows(asked, zones, measuring));
  return {
    answer: {
      rows,
      summary: groundSummary(rows, base, options),
      doubleHigh: zones && doubleHighAnswer(zones, projects),
      projects: projects ?? [],
      findings: null,
      files: [],
      issues: [...(base?.issues ?? []), ...(counted?.issues ?? [])],
    },
    base,
    sum,
    places,
    zones,
    measuring,
    shown: {
      findings: pairsOf(counted?.findings.places),
      complaints: pairsOf(counted?.complaints.places),
      projects: pairsOf(asked?.places),
    },
  };
}

function measuringOfPoints(counted: CountedPoints | null, { metres }: GroundOptions): Promise<Measuring> {
  const { left, right, bottom, top } = boxOf([
    counted?.findings.places ?? new Float64Array(),
    counted?.complaints.places ?? new Float64Array(),
  ]);
  const middle = [(left + right) / 2, (bottom + top) / 2] as const;
  return measuringOf(metres, { crs: 'EPSG:4326', where: counted?.complaints.name ?? '', middle });
}

async function zonesOf(
  { findings, complaints }: CountedPoints,
  rows: readonly GroundRow[],
  measuring: Measuring,
  options: GroundOptions,
): Promise<FoundZones> {
  const inPlane = async ({ places, kinds }: CountedPoints['findings']) => ({
    places: await placedPoints(places, measuring),
    kinds,
  });
  const zones = foundZones(
    await inPlane(findings),
    await inPlane(complaints),
    options,
    await measuring.degrees(),
  );
  const middles = Float64Array.from(rows.flatMap(({ lon, lat }) => [lon, lat]));
  const placed = await placedPoints(middles, measuring);
  return {
    ...zones,
    zones: zones.zones.map((zone) => ({ ...zone, worst: worstIn(rows, placed, zone, zones.corner) })),
  };
}

function doubleHighAnswer(
  { answer, zones }: FoundZones,
  projects: readonly ProjectRow[] | null,
): DoubleHighAnswer {
  const inside = projects?.filter(({ zone }) => zone !== null).length ?? 0;
  const count = projects?.length ?? 0;
  return {
    ...answer,
    zones: zones.map(({ shape: _shape, grown: _grown, anchor: _anchor, ...zone }) => ({
      ...zone,
      projects: projects && projects.filter((one) => one.zone === zone.zone).length,
    })),
    projects: projects && { all: count, inside, share: count === 0 ? null : inside / count },
  };
}

function pairsOf(degrees: Float64Array = new Float64Array()): readonly (readonly [number, number])[] {
  return Array.from({ length: degrees.length / 2 }, (_, at) => [
    degrees[2 * at] as number,
    degrees[2 * at + 1] as number,
  ]);
}
