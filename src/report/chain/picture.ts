import type { Language } from '../../base/index.js';
import { type Drawing, type DrawingElement, element, hundredths, wrapped } from '../drawing.js';
import { formatDecimal, formatPercent } from '../format.js';
import { edgeElement } from './edge.js';
import { mapGeometry, type NodeBox, size } from './geometry.js';
import { type Look, lookOf, nodeLook } from './looks.js';
import { ink, legendOf, outline, soft, text, textAt } from './shapes.js';
import type { ChainDrawingOptions, ChainRow, ChainStory } from './types.js';
import { chainWords as words } from './words.js';

const family =
  '"Noto Sans SC Variable", "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
/** Room for text inside a box beside the sign. */
const inner = size.box - 34;

/**
 * A map of a chain: the panorama tells what to do about each node, with the shares of inputs; the present state what the place has.
 * States differ by sign, outline and colour. Equal stories give equal drawings.
 */
export function chainDrawing(story: ChainStory, { picture, lang }: ChainDrawingOptions): Drawing {
  const { rows, edges } = story;
  const texts = rows.map((row) => textsOf(row, story, { picture, lang }));
  const heights = texts.map(({ name, below }) => 14 + name.length * text.line + below.length * 15);
  const geometry = mapGeometry(rows, edges, heights);
  const { boxes, lines, stages } = geometry;
  const title = wrapped(titleOf(story, { picture, lang }), (geometry.width - 2 * size.margin) / 16);
  const heads = stages.map((stage) => wrapped(stage === '' ? '—' : stage, size.box / text.size));
  const top = 14 + title.length * 22 + Math.max(0, ...heads.map(({ length }) => length)) * text.line + 12;
  const width = Math.max(geometry.width, 420);
  const legend = legendOf(
    rows.map((row) => nodeLook(row, story, picture)),
    width,
    { picture, lang },
  );
  const height = top + geometry.height + 20 + legend.height;
  const here = new Set(rows.filter(({ present }) => present).map(({ node }) => node));
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: 'group',
      'aria-label': titleOf(story, { picture, lang }),
      'font-family': family,
      'font-size': text.size,
    },
    element('rect', { width, height, fill: '#ffffff' }),
    ...title.map((line, at) =>
      textAt(line, { x: size.margin, y: 26 + at * 22, 'font-size': 16, 'font-weight': 600, fill: ink }),
    ),
    ...heads.flatMap((head, layer) => headOf(head, layer, top)),
    element(
      'g',
      { transform: `translate(0 ${top})` },
      ...lines.map((line) =>
        edgeElement(line, {
          label:
            picture === 'panorama' ? formatPercent(line.edge.share, lang, line.edge.share < 0.1 ? 1 : 0) : '',
          faint: picture === 'present' && !(here.has(line.edge.from) && here.has(line.edge.to)),
        }),
      ),
      ...boxes.map((box, at) =>
        nodeElement(box, texts[at] as NodeTexts, lookOf(nodeLook(rows[at] as ChainRow, story, picture))),
      ),
    ),
    element('g', { transform: `translate(0 ${hundredths(top + geometry.height + 20)})` }, ...legend.children),
  );
  return { width, height, root };
}

function titleOf({ title }: ChainStory, { picture, lang }: ChainDrawingOptions): string {
  const name = words.pictures[picture][lang];
  return title === null ? name : `${title} · ${name}`;
}

interface NodeTexts {
  readonly name: readonly string[];
  readonly below: readonly string[];
  /** Read by those who do not see the picture. */
  readonly whole: string;
}

function textsOf(row: ChainRow, story: ChainStory, options: ChainDrawingOptions): NodeTexts {
  const { picture, lang } = options;
  const label = lookOf(nodeLook(row, story, picture)).label[lang];
  const unlooked = words.ifAbsent[String(row.evidence.ifAbsent)]?.[lang];
  const below =
    picture === 'present'
      ? [label, ...present(row, story, lang)]
      : [label, ...(unlooked === undefined ? [] : [unlooked])];
  return {
    name: wrapped(row.name, inner / text.size),
    below: below.flatMap((line) => wrapped(line, (size.box - 16) / text.small)),
    whole: [row.name, ...below, row.says[lang]].join(words.comma[lang]),
  };
}

/** Firms, jobs and lead firms of a node; what nobody knows is not told. */
function present(row: ChainRow, { firms }: ChainStory, lang: Language): readonly string[] {
  if (!row.present) return [];
  const jobs = row.jobs === null ? [] : [words.jobs[lang].replace('{n}', formatDecimal(row.jobs, 0))];
  const leads = firms.filter(({ node, lead }) => lead && node === row.node).map(({ firm }) => firm);
  return [
    row.firms === 0 ? words.noFirms[lang] : words.firms[lang].replace('{n}', String(row.firms)),
    ...jobs,
    ...(leads.length === 0 ? [] : [`★ ${leads.join(words.comma[lang])}`]),
  ];
}

function headOf(lines: readonly string[], layer: number, top: number): readonly DrawingElement[] {
  const x = size.margin + layer * (size.box + size.gap) + size.box / 2;
  return lines.map((line, at) =>
    textAt(line, {
      x,
      y: top - 12 - (lines.length - 1 - at) * text.line,
      'text-anchor': 'middle',
      'font-weight': 600,
      fill: soft,
    }),
  );
}

function nodeElement(box: NodeBox, { name, below, whole }: NodeTexts, look: Look): DrawingElement {
  const { x, y, height } = box;
  const start = y + (height - name.length * text.line - below.length * 15) / 2;
  return element(
    'g',
    { 'data-node': box.id, tabindex: 0, role: 'img', 'aria-label': whole },
    element('title', {}, whole),
    ...outline(box, look),
    textAt(look.sign, { x: x + 8, y: start + 13, fill: look.line, 'font-weight': 700 }),
    ...name.map((line, at) =>
      textAt(line, { x: x + 26, y: start + 13 + at * text.line, fill: ink, 'font-weight': 600 }),
    ),
    ...below.map((line, at) =>
      textAt(line, {
        x: x + 8,
        y: start + name.length * text.line + 12 + at * 15,
        'font-size': text.small,
        fill: look.line,
      }),
    ),
  );
}
