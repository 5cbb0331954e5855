import { beforeAll, describe, expect, it } from 'vitest';
import { cityPage, evaluationPage, reportStory, type Workspace } from '../../src/app/index.js';
import type { Language } from '../../src/base/index.js';
import {
  type Block,
  checkupReport,
  evaluationReport,
  type ReportContext,
  type ReportDocument,
  type SectionId,
} from '../../src/report/index.js';
import { readingWorkspace } from '../app/workspace.js';

/** What an expert must find in the reports of four cities on the shipped data, and what must not stand there. */

const cities = { hegang: '230400', daqing: '230600', huaibei: '340600', tongling: '340700' } as const;
type Name = keyof typeof cities;
const languages: readonly Language[] = ['en', 'zh'];

const checkups = new Map<string, ReportDocument>();
const evaluations = new Map<string, ReportDocument>();

beforeAll(async () => {
  const ws = await readingWorkspace();
  const context = contextOf(ws);
  for (const [name, code] of Object.entries(cities)) {
    const page = await cityPage(ws, code, { period: '2020' });
    const story = await reportStory(ws, page, { from: '2010', to: '2020' });
    const found = await evaluationPage(ws, { city: code });
    for (const lang of languages) {
      checkups.set(`${name} ${lang}`, checkupReport({ ...page, story }, context, { lang }));
      evaluations.set(`${name} ${lang}`, evaluationReport(found, context, { lang }));
    }
  }
}, 120_000);

function contextOf(ws: Workspace): ReportContext {
  return { catalog: ws.catalog, sources: [], program: '0', pack: ws.pack.title };
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.join('\n');
    case 'facts':
      return block.facts.map(({ name, text }) => `${name}: ${text}`).join('\n');
    case 'table':
      return [
        block.caption,
        ...block.rows.map((row) => row.map(({ text }) => text).join(' | ')),
        ...block.notes,
      ].join('\n');
    default:
      return '';
  }
}

/** A section of a document as text; the whole document without one. */
function read(from: Map<string, ReportDocument>, name: Name, lang: Language, id?: SectionId): string {
  const document = from.get(`${name} ${lang}`);
  const sections = document?.sections.filter((one) => id === undefined || one.id === id) ?? [];
  return sections.flatMap(({ blocks }) => blocks.map(textOf)).join('\n');
}
const checkup = (name: Name, lang: Language, id?: SectionId) => read(checkups, name, lang, id);
const evaluation = (name: Name, lang: Language, id?: SectionId) => read(evaluations, name, lang, id);

describe('every check-up report', () => {
  it.each(Object.keys(cities) as Name[])('of %s has its parts in order, in both languages', (name) => {
    for (const lang of languages) {
      expect(checkups.get(`${name} ${lang}`)?.sections.map(({ id }) => id)).toEqual([
        'summary',
        'method',
        'identity',
        'people',
        'work',
        'carbon',
        'scores',
        'findings',
        'measures',
        'claims',
        'figures',
        'limits',
        'evidence',
        'sources',
      ]);
      expect(checkup(name, lang)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
    }
    expect(checkup(name, 'zh', 'carbon')).toMatch(/未导入该市二氧化碳排放清单.*co2_edgar/s);
    expect(checkup(name, 'en', 'carbon')).toMatch(/nothing is said of emissions.*co2_edgar/s);
    // what no table has of the period is said before any score
    expect(checkup(name, 'en', 'summary')).toMatch(/nothing of 2020 on: Economy; Environment/);
    // official and computed types stand apart, and the computed one is not guessed
    expect(checkup(name, 'en', 'identity')).toMatch(/Computed type: not known/);
    expect(checkup(name, 'en', 'evidence')).toMatch(/row \d+\/20[12]0, column \w+ \| MIT/);
  });
});

describe('Hegang: severe loss, false upgrading', () => {
  it('tells type, batch, people and dependence first', () => {
    const text = checkup('hegang', 'zh', 'summary');
    expect(text).toMatch(/官方类型为衰退型，列入资源枯竭城市名单：第 3 批（2011 年），煤炭类/);
    expect(text).toMatch(/89\.13 万人，按 2020 年区划计，比 2010 年变化 −15\.8 %，属重度收缩/);
    expect(text).toMatch(/采矿业占就业 11\.1 %（2010 年为 20\.5 %），是全国比重的 12\.9 倍/);
    expect(text).toMatch(
      /由 1\.23 升至 2\.41，但第二产业就业变化 −54\.5 %，第三产业就业变化 −10\.4 %：属虚假高级化/,
    );
    expect(text.indexOf('衰退型')).toBeLessThan(text.indexOf('得分 69.6'));
  });

  it('names the form of shrinkage, obstacles and flags, and no flattered number as a strength', () => {
    expect(checkup('hegang', 'en', 'people')).toMatch(/split: 6 of 8 counties and districts lose people/);
    expect(checkup('hegang', 'en', 'scores')).toMatch(/Largest obstacles.*\nAged 65 and over, share \| 18/);
    expect(checkup('hegang', 'en', 'findings')).toMatch(/Services weigh more because the rest shrinks/);
    const strongest = /Strongest: .*/.exec(checkup('hegang', 'en', 'summary'))?.[0] ?? '';
    expect(strongest).not.toBe('');
    expect(strongest).not.toMatch(/⚑|Urban share|Knowledge services/);
  });

  it('says of the evaluation that the quadrant reads scores and the flags decline', () => {
    const text = evaluation('hegang', 'en', 'summary');
    expect(text).toMatch(/real transition .*\+26\.4 points/);
    expect(text).toMatch(/Rank 2 of 14 in its class, declining × coal × prefecture level \(interval 1–2\)/);
    expect(text).toMatch(/Beside verdict and score stands: Dependence fell together with people/);
    expect(text).toMatch(/not the effect of a policy/);
  });
});

describe('Daqing: oil, mature, partly by decline', () => {
  it('is on no list of exhausted cities and shrinks slightly', () => {
    const text = checkup('daqing', 'en', 'summary');
    expect(text).toMatch(/officially a mature resource-based city, not on the list of exhausted cities/);
    expect(text).toMatch(/−4\.2 % since 2010 on the boundary of 2020: slight shrinkage/);
    expect(text).toMatch(/services changed by \+15\.8 %, industry by −26\.7 %. The rise is partly decline/);
    expect(text).not.toMatch(/false upgrading|severe/);
    expect(checkup('daqing', 'en', 'findings')).not.toMatch(/because the rest shrinks/);
  });
});

describe('Huaibei: services grew, and its published figures are checked', () => {
  it('calls no growth of services decline', () => {
    expect(checkup('huaibei', 'zh', 'summary')).toMatch(/由第三产业带动：第三产业就业变化 \+68\.5 %/);
    expect(checkup('huaibei', 'zh')).not.toMatch(/源于其他部分萎缩|虚假高级化/);
  });

  it('shows the claims about it with their verdicts', () => {
    const text = checkup('huaibei', 'en', 'claims');
    expect(text).toMatch(/One yuan brought nine.*holds under a condition.*no ratio of benefit to cost/);
    expect(text).toMatch(/38\.6 million cubic metres \| .*does not hold/);
    expect(text).not.toMatch(/Tongling|Yubari/);
  });

  it('falls behind its province although it improved', () => {
    expect(evaluation('huaibei', 'zh', 'summary')).toMatch(/有改善但落后于区域.*相对区域 −3\.6 分/);
  });
});

describe('Tongling: a county was annexed', () => {
  it('lost people on one boundary; the growth of the counts as they stand is named and no growth', () => {
    const text = checkup('tongling', 'en', 'summary');
    expect(text).toMatch(/−16\.1 % since 2010 on the boundary of 2020: severe shrinkage/);
    expect(text).toMatch(/would say \+81\.2 %: land was annexed/);
    expect(text).not.toMatch(/Strongest: .*change in ten years/);
  });

  it('concludes nothing from the shares of two areas', () => {
    expect(checkup('tongling', 'en', 'summary')).toMatch(/does not compare/);
    expect(checkup('tongling', 'en', 'work')).toMatch(/The area changed in between/);
    expect(checkup('tongling', 'en', 'findings')).not.toMatch(/Dependence fell|because the rest shrinks/);
    expect(checkup('tongling', 'en', 'limits')).toMatch(/2015 \| whole area/);
  });

  it('has a level and no change, verdict or rank', () => {
    const text = evaluation('tongling', 'zh', 'summary');
    expect(text).toMatch(/2020 年得分 66\.7。不给与 2010 年相比的变化/);
    expect(text).toMatch(/不作类型判断，也不排名：2015 年全域区划有变动/);
    expect(text).not.toMatch(/真正转型|有改善但落后/);
    expect(evaluation('tongling', 'en', 'aspects')).not.toMatch(/\| (better|worse)/);
  });

  it('stands in the claim on growing and shrinking prefectures', () => {
    expect(checkup('tongling', 'en', 'claims')).toMatch(/52 grew and 74 shrank/);
  });
});

describe('every evaluation report', () => {
  it.each(Object.keys(cities) as Name[])(
    'of %s says what is missing and that a trend is no effect',
    (name) => {
      for (const lang of languages) {
        expect(evaluations.get(`${name} ${lang}`)?.sections.map(({ id }) => id)).toEqual([
          'summary',
          'verdict',
          'targets',
          'aspects',
          'effects',
          'limits',
          'sources',
        ]);
        expect(evaluation(name, lang)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
      }
      expect(evaluation(name, 'en', 'targets')).toMatch(/never filled in/);
      expect(evaluation(name, 'en', 'aspects')).toMatch(/Use of funds.*funds_disbursed; Finance bureau/);
      expect(evaluation(name, 'en', 'aspects')).toMatch(/nothing is said of their use/);
      expect(evaluation(name, 'en', 'effects')).toMatch(/A trend is no effect/);
    },
  );
});
