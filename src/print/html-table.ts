import type { Cell, TableBlock } from '../report/index.js';
import { coordinate, escapeHtml } from './escape.js';
import { lightShape, positionSvg, trendSvg } from './html-marks.js';

/** Cells of so many letters stay on one line, so that no column shrinks to one Chinese character. */
const short = 12;

/** A table with caption, column heads and notes; the first column heads its rows. */
export function tableHtml(table: TableBlock): string {
  const heads = table.columns.map(
    (column) =>
      `<th scope="col" class="${column.align}${column.title.length <= 4 ? ' nowrap' : ''}">${escapeHtml(column.title)}</th>`,
  );
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, at) => cellHtml(cell, at, table.columns[at]?.align ?? 'left'));
    return `<tr>${cells.join('')}</tr>`;
  });
  const notes = table.notes.map((note) => `<p class="small">${escapeHtml(note)}</p>`);
  return [
    '<div class="table"><table>',
    `<caption>${escapeHtml(table.caption)}</caption>`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    '</table></div>',
    ...notes,
  ].join('\n');
}

function cellHtml(cell: Cell, at: number, align: 'left' | 'right'): string {
  const inner = contentHtml(cell);
  const kind = `${align}${cell.text.length <= short ? ' nowrap' : ''}`;
  if (at > 0) return `<td class="${kind}">${inner}</td>`;
  const indent = cell.kind === 'text' ? (/^ */.exec(cell.text)?.[0].length ?? 0) : 0;
  const style = indent > 0 ? ` style="padding-left:${coordinate(0.4 + indent * 0.5)}em"` : '';
  return `<th scope="row" class="${kind}"${style}>${inner}</th>`;
}

function contentHtml(cell: Cell): string {
  switch (cell.kind) {
    case 'text': {
      const text = escapeHtml(cell.text.trim());
      if (cell.code === true) return `<code>${breakable(cell.text.trim())}</code>`;
      return cell.text.startsWith('—') ? `<span class="missing">${text}</span>` : text;
    }
    case 'number': {
      if (cell.value === null) return `<span class="missing">${escapeHtml(cell.text)}</span>`;
      const address = cell.address === '' ? '' : ` title="${escapeHtml(cell.address)}"`;
      return `<data value="${cell.value}"${address}>${escapeHtml(cell.text)}</data>`;
    }
    case 'light':
      return `<span class="light ${cell.light}">${lightShape[cell.light]} ${escapeHtml(cell.text)}</span>`;
    case 'trend':
      return `${trendSvg(cell.points)}<span class="nowrap">${escapeHtml(cell.text)}</span>`;
    case 'position':
      return (
        positionSvg(cell) + (cell.text === '' ? '' : `<span class="small">${escapeHtml(cell.text)}</span>`)
      );
  }
}

/** Places where a path or a checksum may break, so that it neither widens its column nor breaks within a word. */
function breakable(text: string): string {
  const parts = text.match(/[^/_.\s-]{1,16}[/_.\s-]*|[/_.\s-]+/g) ?? [];
  return parts.map(escapeHtml).join('<wbr>');
}
