import { AfterlodeError, id, type Text } from '../../base/index.js';
import { type Address, formatAddress, parseAddress } from '../address.js';
import type { Explanation } from '../types.js';
import { explainGroup } from './group.js';
import { explainLight, explainPeers } from './light.js';
import { explainPlan } from './plan.js';
import { explainResult, type ResultInput, type ResultNumber } from './result.js';
import { explainRank, explainScore, explainStep } from './score.js';
import { explainGoalposts, explainParameter, explainTarget, explainWeight } from './settings.js';
import { explainValue } from './value.js';
import { beginWalk, type ExplainContext, type Walk } from './walk.js';

export type { ExplainContext, ResultInput, ResultNumber };

/**
 * Opens a number: the tree of everything below it, whose leaves are sources with licence, settings of the catalog, or
 * honest gaps. Equal numbers give equal trees; each node's evidence id is the hash of what it says.
 *
 * @param address as text or parsed
 * @throws AfterlodeError NUMBER_UNKNOWN for a form, city, period, indicator, node or group that does not exist
 */
export function explain(address: Address | string, context: ExplainContext): Explanation {
  const parsed = typeof address === 'string' ? parseAddress(address) : address;
  checkParts(parsed, context);
  const found = open(parsed, beginWalk(context));
  if (found) return found;
  const text = formatAddress(parsed);
  throw new AfterlodeError('NUMBER_UNKNOWN', text, { found: text, expected: expectedFor(parsed, context) });
}

function open(address: Address, walk: Walk): Explanation | null {
  switch (address.kind) {
    case 'value':
      return explainValue(walk, id(address.city), id(address.period), id(address.indicator));
    case 'light':
      return explainLight(walk, id(address.city), id(address.period), id(address.indicator));
    case 'peers':
      return explainPeers(walk, id(address.city), id(address.period), id(address.indicator));
    case 'score':
      return explainScore(walk, id(address.city), id(address.period), address.node);
    case 'imputed':
    case 'treated':
      return explainStep(walk, address.kind, id(address.city), id(address.period), address.node);
    case 'rank':
      return explainRank(walk, id(address.city), id(address.period), address.index);
    case 'group':
      return explainGroup(walk, id(address.period), id(address.indicator), address.scope);
    case 'weight':
      return explainWeight(walk, address.node);
    case 'goalposts':
      return explainGoalposts(walk, address.node);
    case 'target':
      return explainTarget(walk, address.indicator);
    case 'plan':
      return explainPlan(walk, id(address.city), id(address.year), id(address.indicator));
    case 'parameter':
      return explainParameter(walk, address.parameter);
    default:
      return explainResult(walk, address, open);
  }
}

/** Refuses what is not in the pack at all, and says what is. */
function checkParts(address: Address, { panel, catalog }: ExplainContext): void {
  const text = formatAddress(address);
  const refuse = (expected: string | Text) => {
    throw new AfterlodeError('NUMBER_UNKNOWN', text, { found: text, expected });
  };
  if ('city' in address && !panel.cities.includes(id(address.city)))
    refuse({ en: 'a unit of the panel as CITY', zh: 'CITY 为数据中的单元' });
  if ('period' in address && !panel.periods.includes(id(address.period))) {
    refuse({
      en: `one of ${panel.periods.join(', ')} as PERIOD`,
      zh: `PERIOD 为下列之一：${panel.periods.join(', ')}`,
    });
  }
  if ('indicator' in address && !catalog.indicators.has(id(address.indicator))) {
    refuse({ en: 'an indicator of the catalog as INDICATOR', zh: 'INDICATOR 为目录中的指标' });
  }
}

function expectedFor(address: Address, { catalog }: ExplainContext): string | Text {
  switch (address.kind) {
    case 'light':
    case 'target':
      return {
        en: `an indicator with a ${address.kind}`,
        zh: `有${address.kind === 'light' ? '评价灯' : '目标值'}的指标`,
      };
    case 'plan':
      return {
        en: 'a city, year and indicator of `afterlode targets list`',
        zh: '`afterlode targets list` 列出的城市、年份与指标',
      };
    case 'rank':
      return {
        en: `one of ${[...catalog.indices.keys()].join(', ')} as INDEX`,
        zh: `INDEX 为下列之一：${[...catalog.indices.keys()].join(', ')}`,
      };
    case 'group':
      return {
        en: 'by.group.level as SCOPE, for example listed.others.prefecture, with at least one value',
        zh: 'SCOPE 形如 by.group.level，例如 listed.others.prefecture，且至少有一个数值',
      };
    case 'parameter':
      return { en: 'a parameter of the catalog', zh: '目录中的参数' };
    case 'imputed':
    case 'treated':
      return {
        en: `an indicator of an index whose value was ${address.kind}`,
        zh: `数值经过${address.kind === 'imputed' ? '插补' : '处理'}的指数指标`,
      };
    case 'score':
    case 'weight':
    case 'goalposts':
      return {
        en: 'a node of an index, for example people_work.work',
        zh: '指数的节点，例如 people_work.work',
      };
    default:
      return {
        en: `a number of the answer of ${address.kind} as PATH, for example as the row's \`explain\` and its path say`,
        zh: `PATH 为 ${address.kind} 答复中的数值：该行的 explain 加上它在行中的路径`,
      };
  }
}
