import { join } from 'node:path';
import { classLabel, parameterValue } from '../../assess/index.js';
import { type Issue, issue } from '../../base/index.js';
import { expectWritable, type RowSource, readTextFile } from '../../files/index.js';
import {
  densitiesOf,
  type IndustryMedians,
  industryMedians,
  isIndustrial,
  type JudgedPlot,
  judgePlot,
  type PlotDensity,
} from '../../locate/index.js';
import { mayOpenFindings } from '../ledger/findings-in.js';
import { type FoundPlace, type OpenedPlaces, openPlaces } from '../ledger/open-places.js';
import type { ReportFile } from '../report/report.js';
import { degreesCollection, saveSheets, sheetsFile } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import type { NamedFile } from '../zonal/zonal.js';
import { type LandAnswer, type LandRow, landRow, landSummary } from './answer.js';
import { readAttributes, unknownFacts } from './attributes.js';
import { findingYear, type LandCall, type LandWords, landOptions } from './call.js';
import { type LandLayers, landLayers } from './layers.js';
import { type LayerDocument } from './read-layer.js';
import { type LandRuleBook, landSettings, ruleBook } from './rules.js';
import { landProperties, landSheets } from './sheets.js';

const title = { en: 'Inefficient land', zh: '低效用地' };

/** Of land that is not industrial. */
const noBounds = {
  floorAreaRatio: Number.NaN,
  coverage: Number.NaN,
  living: Number.NaN,
  green: Number.NaN,
};

/** Layers and table of a request. */
export interface LandDocuments {
  readonly plots: LayerDocument;
  readonly buildings: LayerDocument;
  readonly attributes?: RowSource;
  /** GeoTIFF of heights in metres. */
  readonly heights?: NamedFile;
}

/**
 * How densely plots are built up and how well industrial land is used (docs/methods/locate/inefficient-land.md); writes GeoJSON, CSV and
 * a workbook where a folder is named, and findings where a city is.
 *
 * @throws AfterlodeError CALL_OPTION, LAND_…, ZONES_…, FILE_…, CITY_UNKNOWN; nothing is written then
 */
export async function inefficientLand(ws: Workspace, call: LandCall): Promise<LandAnswer> {
  const { out } = call;
  const about = findingCall(ws, call);
  if (out !== undefined) await expectWritable(out);
  const documents = {
    plots: { name: call.plots, document: await readTextFile(call.plots) },
    buildings: { name: call.buildings, document: await readTextFile(call.buildings) },
    ...(call.attributes !== undefined && { attributes: call.attributes }),
    ...(call.heights !== undefined && { heights: { path: call.heights, name: call.heights } }),
  };
  const { layers, answer } = await judged(ws, documents, call);
  const files = out === undefined ? [] : await saveLand(ws, out, layers, answer.rows);
  const evidence = out === undefined ? call.plots : join(out, 'plots.geojson');
  return { ...answer, files, findings: await openedPlots(ws, about, evidence, answer.rows) };
}

/** As `inefficientLand`, with layers that are there as text; writes no files. */
export async function inefficientLandOf(
  ws: Workspace,
  documents: LandDocuments,
  words: LandWords,
): Promise<LandAnswer> {
  const about = findingCall(ws, words);
  const { answer } = await judged(ws, documents, words);
  return { ...answer, findings: await openedPlots(ws, about, documents.plots.name, answer.rows) };
}

/** The tables of `inefficientLandOf` as a workbook. */
export async function inefficientLandWorkbook(
  ws: Workspace,
  documents: LandDocuments,
  words: LandWords,
): Promise<ReportFile> {
  const { rows } = (await judged(ws, documents, words)).answer;
  return sheetsFile('inefficient-land', title, landSheets(rows, ws.catalog));
}

async function judged(
  ws: Workspace,
  documents: LandDocuments,
  words: LandWords,
): Promise<{ readonly layers: LandLayers; readonly answer: LandAnswer }> {
  const { catalog } = ws;
  const options = landOptions(words);
  const settings = landSettings(catalog);
  const rules = ruleBook(catalog, options.rules, options.industryCodes);
  const storeyHeight = parameterValue(catalog, 'land_storey_height');
  const table =
    documents.attributes === undefined ? null : await readAttributes(documents.attributes, catalog);
  const heights =
    documents.heights === undefined ? null : { file: documents.heights, statistic: options.heightStatistic };
  const layers = await landLayers(documents.plots, documents.buildings, options, storeyHeight, heights);
  const densities = densitiesOf(
    layers.plots.map(({ shape }) => shape),
    layers.buildings,
  );
  const plots = layers.plots.map(({ id }, at): JudgedPlot => {
    const said = table?.plots.get(id) ?? unknownFacts;
    const facts = said.industry === null ? said : { ...said, industry: rules.idOf(said.industry) };
    const bounds = isIndustrial(facts) ? rules.boundsFor(facts.industry) : noBounds;
    return { density: densities[at] as PlotDensity, facts, bounds };
  });
  const medians = industryMedians(plots, settings.peersMinimum);
  const rows = plots.map((plot, at) => {
    const { industry } = plot.facts;
    const own = industry === null ? null : (medians.get(industry) ?? null);
    return landRow(
      layers.plots[at] as (typeof layers.plots)[number],
      plot,
      industry === null ? null : rules.nameOf(industry),
      judgePlot(plot, own, settings),
    );
  });
  const answer = {
    rows,
    summary: landSummary(rows, layers.plane),
    findings: null,
    files: [],
    issues: [
      ...layers.issues,
      ...outsideIssue(documents.buildings.name, layers, densities),
      ...strangers(documents, table?.plots.keys() ?? [], layers),
      ...rules.issues(),
      ...fewPeers(medians, rules),
    ],
  };
  return { layers, answer };
}

function outsideIssue(
  where: string,
  { buildings }: LandLayers,
  densities: readonly PlotDensity[],
): readonly Issue[] {
  const all = buildings.reduce((sum, { shape }) => sum + shape.area, 0);
  const inside = densities.reduce((sum, { builtM2 }) => sum + builtM2, 0);
  const share = all > 0 ? 1 - inside / all : 0;
  if (share < 1e-6) return [];
  return [issue('LAND_OUTSIDE', 'note', where, { percent: (share * 100).toPrecision(3) })];
}

function strangers(
  { attributes }: LandDocuments,
  named: Iterable<string>,
  { plots }: LandLayers,
): readonly Issue[] {
  const there = new Set(plots.map(({ id }) => id));
  const found = [...named].filter((plot) => !there.has(plot));
  if (found.length === 0 || attributes === undefined) return [];
  const where = typeof attributes === 'string' ? attributes : attributes.name;
  return [issue('LAND_PLOT_UNKNOWN', 'warning', where, { found: found.length, first: found[0] as string })];
}

function fewPeers(medians: ReadonlyMap<string, IndustryMedians>, { nameOf }: LandRuleBook): readonly Issue[] {
  return [...medians].flatMap(([industry, { plots, ...of }]) => {
    const items = Object.entries(of).flatMap(([name, value]) => (Number.isNaN(value) ? [name] : []));
    return items.length === 0
      ? []
      : [issue('LAND_PEERS_FEW', 'note', nameOf(industry), { found: plots, items: items.join(', ') })];
  });
}

function saveLand(ws: Workspace, folder: string, layers: LandLayers, rows: readonly LandRow[]) {
  const features = rows.map((row, at) => ({
    type: 'Feature',
    id: row.plot,
    properties: landProperties(row, ws.catalog),
    geometry: layers.plots[at]?.geometry,
  }));
  const texts = [{ name: 'plots.geojson', text: degreesCollection(features) }];
  return saveSheets(folder, 'inefficient-land', title, landSheets(rows, ws.catalog), texts);
}

/** What findings need besides the rows, refused before anything is read; null where the call names no city. */
function findingCall(ws: Workspace, { findings: city, period, access: caller }: LandWords) {
  if (city === undefined) return null;
  const year = findingYear(period);
  const access = mayOpenFindings(ws, city, caller);
  return { city, period: year, about: 'inefficient_land', level: 'block', access } as const;
}

async function openedPlots(
  ws: Workspace,
  about: ReturnType<typeof findingCall>,
  evidence: string,
  rows: readonly LandRow[],
): Promise<OpenedPlaces | null> {
  return about && openPlaces(ws, { ...about, evidence }, foundPlots(ws, rows));
}

/** Inefficient plots as places of findings; old estates and urban villages are for renewal, not faults. */
function foundPlots({ catalog }: Workspace, rows: readonly LandRow[]): readonly FoundPlace[] {
  return rows.flatMap((row) => {
    const { inefficient, score, fails, exempt } = row;
    if (inefficient !== true || score === null) return [];
    const words = (lang: 'en' | 'zh', items: LandRow['fails']) =>
      items.map((item) => classLabel(catalog, 'land_item', item)[lang]).join(lang === 'zh' ? '、' : ', ');
    const note = [
      `得分 ${score.toFixed(2)}，面积 ${(row.areaM2 / 10000).toFixed(2)} 公顷；不达标：${words('zh', fails)}。${exempt ? `豁免：${words('zh', exempt.items)}。` : ''}`,
      `Score ${score.toFixed(2)}, ${(row.areaM2 / 10000).toFixed(2)} ha; fails: ${words('en', fails)}.${exempt ? ` Exempt: ${words('en', exempt.items)}.` : ''}`,
    ].join('\n');
    return [{ place: row.plot, lon: row.lon, lat: row.lat, light: 'red', value: score, note } as const];
  });
}
