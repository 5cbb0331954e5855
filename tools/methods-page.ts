import { readdirSync, readFileSync } from 'node:fs';

/** Folders of method pages in the order of the chain, with what they hold. */
const families: Readonly<Record<string, string>> = {
  check: 'Data check 数据检查',
  impute: 'Filling gaps 插补',
  treat: 'Outliers 离群值处理',
  normalise: 'Normalisation 标准化',
  weigh: 'Weights 权重',
  aggregate: 'Aggregation 汇总',
  change: 'Change over time 随时间的变化',
  read: 'Reading a result 结果解读',
  compare: 'Comparison 比较',
  vary: 'Uncertainty and sensitivity 不确定性与敏感性',
  claims: 'Claims 说法核对',
  flags: 'Flags 提醒',
  decide: 'Decision analysis 多准则决策',
  checkup: 'Annual check-up 年度体检',
  identify: 'Identification and typing 识别与分类',
  transfer: 'Transfer payment 转移支付',
  population: 'People 人口',
  structure: 'Structure and dependence 结构与依赖',
  carbon: 'Carbon 碳排放',
  jobs: 'Jobs 就业',
  quality: 'Data quality 数据质量',
  evaluate: 'Five-year evaluation 五年评估',
  locate: 'Rasters, ground motion, land and homes 栅格、地表形变、用地与住房',
  disorder: 'Street disorder 街道失序',
  plan: 'Planning 规划',
};

const mark = '<!-- what follows is written by `npm run docs` -->';

/** `docs/methods/README.md` with the list of the folders' pages behind its hand-written part. */
export function methodsPage(): string {
  const text = readFileSync('docs/methods/README.md', 'utf8');
  const written = text.slice(0, text.includes(mark) ? text.indexOf(mark) : text.length).trimEnd();
  const folders = readdirSync('docs/methods', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const known = Object.keys(families);
  const order = [
    ...known.filter((name) => folders.includes(name)),
    ...folders.filter((name) => !known.includes(name)),
  ];
  return `${[written, mark, ...order.map(section)].join('\n\n')}\n`;
}

function section(folder: string): string {
  const rows = readdirSync(`docs/methods/${folder}`)
    .toSorted()
    .map((file) => {
      const [title = ''] = readFileSync(`docs/methods/${folder}/${file}`, 'utf8').split('\n');
      return `- [${title.replace(/^# /, '').replaceAll('`', '')}](${folder}/${file})`;
    });
  return [`## ${families[folder] ?? folder}`, '', ...rows].join('\n');
}
