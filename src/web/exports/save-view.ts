import { pictureOf } from './picture.js';
import { svgOf, svgText } from './picture-file.js';
import { pngOf } from './png.js';
import { offerBlob, offerFile } from './save-file.js';
import { tableCsv } from './table-csv.js';
import type { View } from './views.js';

interface Wanted {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly format: 'csv' | 'svg' | 'png';
  /** Citation that stands below a picture. */
  readonly foot: string;
}

/** Saves a table or picture of the page. */
export async function saveView({ element, title }: View, { name, format, foot }: Wanted): Promise<void> {
  if (format === 'csv') {
    if (element instanceof HTMLTableElement) offerFile(`${name}.csv`, tableCsv(element));
    return;
  }
  const svg = svgOf(await pictureOf(element), { title, foot });
  if (format === 'svg') offerFile(`${name}.svg`, svgText(svg));
  else offerBlob(`${name}.png`, await pngOf(svg));
}
