import type { Text } from '../base/index.js';

/** What the catalog knows of a formula that `use` names; the formula itself is in `src/assess/formulas/`. */
export interface MethodRule {
  /** Fewest and most indicators under `of`. */
  readonly inputs: readonly [least: number, most: number];
  /** `alike`: all inputs have one base unit. */
  readonly units: 'alike' | 'any';
  /** The result has no unit of its own: a share, ratio or count of equals. */
  readonly result: 'dimensionless';
  /** `{1}` `{2}` are labels of the inputs, `{list}` all of them. */
  readonly text: Text;
}

/** Methods an indicator may name; each has a page in `docs/methods/`. */
export const methodRules: ReadonlyMap<string, MethodRule> = new Map<string, MethodRule>([
  [
    'entropy_effective_number',
    {
      inputs: [2, 99],
      units: 'alike',
      result: 'dimensionless',
      text: {
        en: 'effective number of groups, e to the entropy of the shares of: {list}',
        zh: '以下各项所占份额的熵的指数（等效组数）：{list}',
      },
    },
  ],
  [
    'herfindahl',
    {
      inputs: [2, 99],
      units: 'alike',
      result: 'dimensionless',
      text: { en: 'sum of the squared shares of: {list}', zh: '以下各项所占份额的平方和：{list}' },
    },
  ],
  [
    'location_quotient',
    {
      inputs: [2, 2],
      units: 'alike',
      result: 'dimensionless',
      text: {
        en: '({1} ÷ {2}) of the place ÷ ({1} ÷ {2}) of the country',
        zh: '当地（{1} ÷ {2}）÷ 全国（{1} ÷ {2}）',
      },
    },
  ],
  [
    'share_of_rest',
    {
      inputs: [3, 3],
      units: 'alike',
      result: 'dimensionless',
      text: { en: '{1} ÷ ({2} − {3})', zh: '{1} ÷（{2} − {3}）' },
    },
  ],
]);
