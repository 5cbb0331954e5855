import type { Text } from '../../base/index.js';

/** Words of maps and reports of chains. */
export const chainWords = {
  pictures: {
    panorama: { en: 'panorama of the chain', zh: '产业链全景图' },
    present: { en: 'present state', zh: '产业链现状图' },
  },
  lines: {
    panorama: {
      en: 'Lines run from input to product; number and width: share of what the product needs. Columns are stages.',
      zh: '连线由投入指向产品，数字与线宽为投入份额；各列为环节。',
    },
    present: {
      en: 'Full lines join nodes that the place has; broken ones lead to nodes that it lacks or that nobody has looked for.',
      zh: '实线连接本地已具备的节点，虚线通向缺失或尚未核实的节点。',
    },
  },
  ifAbsent: {
    fill: { en: 'if lacking: fill', zh: '如缺失：补链' },
    extend: { en: 'if lacking: extend', zh: '如缺失：延链' },
    'give-up': { en: 'if lacking: give up', zh: '如缺失：放弃' },
  } as Readonly<Record<string, Text>>,
  comma: { en: ', ', zh: '，' },
  firms: { en: 'firms named: {n}', zh: '列出企业 {n} 家' },
  jobs: { en: 'jobs: {n}', zh: '就业 {n} 人' },
  noFirms: { en: 'no firm named', zh: '未列出企业' },
};
