import { type FileChild, ImageRun, LineRuleType, Paragraph } from 'docx';
import type { Language } from '../../base/index.js';
import { type Block, drawingMarkup } from '../../report/index.js';
import { type Counts, caption } from './caption.js';

/** Pixels of the text of a page at 96 to the inch. */
const pageWidth = 640;
/** One transparent point, for word processors from before 2016, which show no SVG. */
const transparent = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

/** A drawing as a picture that stays crisp at any size, as wide as the page at most. */
export function drawingBlocks(
  block: Extract<Block, { kind: 'drawing' }>,
  lang: Language,
  counts: Counts,
): FileChild[] {
  const { width, height } = block.drawing;
  const scale = Math.min(1, pageWidth / width);
  const picture = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(drawingMarkup(block.drawing)),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    fallback: { type: 'png', data: transparent },
    altText: { name: block.caption, title: block.caption, description: block.caption },
  });
  return [
    caption('figure', block.caption, lang, counts),
    new Paragraph({ children: [picture], spacing: { line: 240, lineRule: LineRuleType.AUTO } }),
  ];
}
