import type { Text } from '../../base/index.js';
import type { ChainPicture, ChainRow, ChainStory } from './types.js';

/** How a node looks: its outline, sign and colours each tell the state alone. */
export interface Look {
  readonly sign: string;
  readonly outline: 'plain' | 'double' | 'cut' | 'round' | 'crossed';
  readonly dash: string;
  readonly fill: string;
  readonly line: string;
  readonly label: Text;
}

const looks = {
  sound: {
    sign: '✓',
    outline: 'plain',
    dash: '',
    fill: '#e3efe6',
    line: '#2d6a4f',
    label: { en: 'here, no measure proposed', zh: '已具备，暂无建议' },
  },
  strengthen: {
    sign: '▲',
    outline: 'double',
    dash: '',
    fill: '#fdf0d5',
    line: '#8a5a00',
    label: { en: 'here, strengthen', zh: '已具备，强链' },
  },
  fill: {
    sign: '+',
    outline: 'cut',
    dash: '6 3',
    fill: '#fde4e1',
    line: '#b3261e',
    label: { en: 'lacking, fill', zh: '缺失，补链' },
  },
  extend: {
    sign: '→',
    outline: 'round',
    dash: '6 3',
    fill: '#e1ecf9',
    line: '#1f5f9e',
    label: { en: 'lacking, extend', zh: '缺失，延链' },
  },
  'give-up': {
    sign: '×',
    outline: 'crossed',
    dash: '',
    fill: '#ececee',
    line: '#5a5a63',
    label: { en: 'give up', zh: '放弃' },
  },
  absent: {
    sign: '○',
    outline: 'plain',
    dash: '2 3',
    fill: '#ffffff',
    line: '#5f6b73',
    label: { en: 'lacking, nothing proposed', zh: '缺失，暂不建议' },
  },
  unknown: {
    sign: '?',
    outline: 'round',
    dash: '2 3',
    fill: '#f4f0fa',
    line: '#6b4ea0',
    label: { en: 'nobody has looked', zh: '尚未核实' },
  },
  present: {
    sign: '✓',
    outline: 'plain',
    dash: '',
    fill: '#e3efe6',
    line: '#2d6a4f',
    label: { en: 'here', zh: '已具备' },
  },
  lead: {
    sign: '★',
    outline: 'double',
    dash: '',
    fill: '#d3e8da',
    line: '#1d5a3f',
    label: { en: 'here, with a lead firm', zh: '已具备，有龙头企业' },
  },
  gap: {
    sign: '+',
    outline: 'cut',
    dash: '6 3',
    fill: '#fde4e1',
    line: '#b3261e',
    label: { en: 'gap worth closing', zh: '值得补延的缺口' },
  },
} as const satisfies Record<string, Look>;

export type NodeLook = keyof typeof looks;

/** Order of the legend. */
export const lookNames = Object.keys(looks) as readonly NodeLook[];

export const lookOf = (name: NodeLook): Look => looks[name];

/** Which look a node has on a map. */
export function nodeLook(
  row: ChainRow,
  { firms }: Pick<ChainStory, 'firms'>,
  picture: ChainPicture,
): NodeLook {
  const { action, rule, present } = row;
  if (rule === 'not_looked') return 'unknown';
  if (picture === 'panorama') return action === 'none' ? (present ? 'sound' : 'absent') : action;
  if (present) return firms.some(({ node, lead }) => lead && node === row.node) ? 'lead' : 'present';
  return action === 'fill' || action === 'extend' ? 'gap' : 'absent';
}
