import { id, sameText, type Text } from '../../base/index.js';
import { type City, cityOf } from '../../register/index.js';
import { structureIndicators } from '../analyse/branches.js';
import type { StructurePlace } from '../analyse/branches-answer.js';
import type { AnalyseCall } from '../analyse/call.js';
import { analyseCarbon, carbonIndicators } from '../analyse/carbon.js';
import { analyseJobs } from '../analyse/jobs.js';
import { type Figures, figuresOf } from '../analyse/panel.js';
import { directParts, partsPanel } from '../analyse/parts.js';
import { type PopulationPlace, peopleIndicators } from '../analyse/people.js';
import { analysePopulation } from '../analyse/population.js';
import { sectionsOf } from '../analyse/sections.js';
import { analyseStructure } from '../analyse/structure.js';
import { workIndicators } from '../analyse/work.js';
import { registerOf } from '../cities/register.js';
import type { Workspace } from '../workspace.js';
import type { Amounts, End } from './amounts.js';
import { type CarbonFigure, carbonRules } from './carbon.js';
import { jobsRules } from './jobs-place.js';
import { type Opener, spanOf } from './opened.js';
import { populationRules } from './population.js';
import type { Addressed, MaybeAddressed, ReadPrefix } from './prefix.js';
import type { RuledRow, Words } from './rule.js';
import { structureRules } from './structure-place.js';

/** A place of the workspace with the call that an address stands for. */
interface Asked {
  readonly city: City;
  readonly call: AnalyseCall;
  readonly from: number;
  readonly to: number;
  readonly title: Text;
}

/** @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS */
async function askedOf(ws: Workspace, read: ReadPrefix): Promise<Asked> {
  const city = cityOf(await registerOf(ws), read.place);
  const { chained, interval } = read.options;
  const span = spanOf(read);
  const call = {
    ...span,
    cities: [city.id],
    ...(chained !== undefined && { chained: chained === 'true' }),
    ...(interval !== undefined && { interval }),
  };
  return { city, call, from: Number(span.from), to: Number(span.to), title: titleOf(city.name, read) };
}

/** `Hegang 2010–2020`. */
export function titleOf(name: Text, { years }: ReadPrefix): Text {
  const when = typeof years === 'string' ? years : (years ?? []).join('–');
  const said = (text: string) => `${text} ${when}`.trim();
  return { en: said(name.en), zh: said(name.zh) };
}

function ruled(row: MaybeAddressed, title: Text, rules: RuledRow['rules']): RuledRow {
  return { prefix: row.explain ?? '', row, title, rules };
}

function addressIn(city: City, figures: Figures) {
  return (indicator: string, year: number, of?: string) => {
    const place = of === 'country' ? (figures.country?.id ?? 'country') : (of ?? city.id);
    return `value/${place}/${year}/${indicator}`;
  };
}

/** `analyse population` of a place of the workspace. */
export const openPopulation: Opener = async (ws, read) => {
  const { city, call, title } = await askedOf(ws, read);
  const rows = (await analysePopulation(ws, call)) as readonly (PopulationPlace & Addressed)[];
  const inside = await partsPanel(ws, [city]);
  const members = directParts(ws, city, inside);
  const figures = await figuresOf(ws, [city, ...members], peopleIndicators);
  const [from, to] = [call.from, call.to].map(Number) as [number, number];
  const aligned = (year: number) =>
    ['0_14', '15_59', '60_plus', '65_plus'].every(
      (age) => !Number.isNaN(figures.at(city, `age_${age}_share_aligned`, year)),
    );
  const has = (member: City, year: number) => !Number.isNaN(figures.at(member, 'population', year));
  return {
    panel: figures.panel,
    rows: rows.map((row) =>
      ruled(
        row,
        title,
        populationRules({
          row: { ...row, from, to },
          value: addressIn(city, figures),
          alignedAges: { first: aligned(from), last: aligned(to) },
          parts: members.map((one) => ({ place: one.id, first: has(one, from), last: has(one, to) })),
        }),
      ),
    ),
  };
};

/** `analyse carbon` of a place of the workspace. */
export const openCarbon: Opener = async (ws, read) => {
  const { city, call, title } = await askedOf(ws, read);
  const found = await analyseCarbon(ws, call);
  const figures = await figuresOf(ws, [city], carbonIndicators);
  return {
    panel: figures.panel,
    rows: found.map((row) => {
      const names: Readonly<Record<CarbonFigure, string>> = {
        co2: row.inventory,
        co2_consumption: 'co2_consumption',
        gdp: row.gdp,
        population: 'population_resident',
        energy: 'energy_used',
      };
      const unit = ws.catalog.indicators.get(id<'indicator'>(row.inventory))?.unit ?? '';
      const figure = (name: CarbonFigure, year: number) => `value/${city.id}/${year}/${names[name]}`;
      return ruled(row, title, carbonRules({ row, unit, figure, sectors: () => [] }));
    }),
  };
};

/** Employment by branch, of a place of the workspace and of the country. */
function branchesOf(ws: Workspace, figures: Figures, { city, from, to }: Asked): Amounts {
  const sections = sectionsOf(ws);
  const part = (place: City | null) => (name: string, end: End) => {
    const year = end === 'first' ? from : to;
    return { value: figures.at(place, name, year), input: `value/${place?.id ?? 'country'}/${year}/${name}` };
  };
  return {
    names: sections.ids,
    unit: ws.catalog.indicators.get(id<'indicator'>(sections.ids[0] ?? ''))?.unit ?? '',
    labelOf: (name): Words => {
      const label = ws.catalog.indicators.get(id<'indicator'>(name))?.label ?? sameText(name);
      return [label.en, label.zh];
    },
    own: part(city),
    reference: part(figures.country),
  };
}

/** `analyse jobs` of a place of the workspace. */
export const openJobs: Opener = async (ws, read) => {
  const asked = await askedOf(ws, read);
  const { city, call, title, from, to } = asked;
  const rows = await analyseJobs(ws, call);
  const sections = sectionsOf(ws);
  const figures = await figuresOf(ws, [city], [...sections.ids, ...workIndicators]);
  const rules = jobsRules({
    from,
    to,
    amounts: branchesOf(ws, figures, asked),
    value: addressIn(city, figures),
    mining: sections.ids[sections.mining] ?? '',
    successors: sections.ids.filter((_, at) => at !== sections.mining && at !== sections.agriculture),
  });
  return { panel: figures.panel, rows: rows.map((row) => ruled(row, title, rules)) };
};

/** `analyse structure` of a place of the workspace. */
export const openStructure: Opener = async (ws, read) => {
  const asked = await askedOf(ws, read);
  const { city, call, title, from, to } = asked;
  const rows = (await analyseStructure(ws, call)) as readonly (StructurePlace & Addressed)[];
  const sections = sectionsOf(ws);
  const figures = await figuresOf(ws, [city], [...sections.ids, ...structureIndicators]);
  return {
    panel: figures.panel,
    rows: rows.map((row) =>
      ruled(
        row,
        title,
        structureRules({
          row,
          from,
          to,
          amounts: branchesOf(ws, figures, asked),
          value: addressIn(city, figures),
          mining: sections.ids[sections.mining] ?? '',
          sectors: (['primary', 'secondary', 'tertiary'] as const).map((sector) =>
            sections.ids.filter((_, at) => sections.sectors[at] === sector),
          ),
        }),
      ),
    ),
  };
};
