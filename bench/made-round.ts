import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A round of the made pack: every unit reports the year after its last one. */
export function madeRound(units: readonly string[], lastYear: string): object {
  const period = String(Number(lastYear) + 1);
  return {
    id: 'load',
    label: { en: 'Load', zh: '负载' },
    period,
    forms: ['made'],
    units,
    deadlines: { report: '2099-03-31', province: '2099-04-30', nation: '2099-05-31' },
  };
}

const texts = 'xl/sharedStrings.xml';
const sheets = /^xl\/worksheets\/sheet\d+\.xml$/;

/**
 * Fills the empty workbook of one unit for others, as a spreadsheet program would save it: a number in each cell of column E that is to be
 * filled, a source in column G below the headings of row 4, the unit named on the hidden sheet. A library that models workbooks would take minutes for hundreds.
 *
 * @param empty workbook that the server made for `of`, in which nothing was handed in yet
 * @returns a workbook for the unit; `seed` makes its values
 */
export function fillerOf(empty: Uint8Array, of: string): (unit: string, seed: number) => Buffer {
  const parts = unzipSync(empty);
  const shared = strFromU8(parts[texts] as Uint8Array);
  const source = (shared.match(/<si>/g) ?? []).length;
  const open = Object.keys(parts).filter((name) => sheets.test(name));
  return (unit, seed) => {
    const own = shared
      .replace(`>${of}<`, `>${unit}<`)
      .replace('</sst>', `<si><t>Yearbook of ${unit}, table 3</t></si></sst>`);
    let filled = 0;
    const written = open.map((name) => {
      const xml = strFromU8(parts[name] as Uint8Array)
        .replace(/<c r="(E\d+)" s="(\d+)"\/>/g, (_, cell: string, style: string) => {
          filled += 1;
          return `<c r="${cell}" s="${style}"><v>${valueOf(seed, filled)}</v></c>`;
        })
        .replace(
          /<c r="(G(?:[5-9]|\d\d))" s="(\d+)"(?:\/>| t="s"><v>\d+<\/v><\/c>)/g,
          `<c r="$1" s="$2" t="s"><v>${source}</v></c>`,
        );
      return [name, strToU8(xml)] as const;
    });
    return Buffer.from(
      zipSync({ ...parts, ...Object.fromEntries(written), [texts]: strToU8(own) }, { level: 6 }),
    );
  };
}

/** Near the values of the pack, so that no check of usual changes finds anything. */
function valueOf(seed: number, at: number): number {
  return 50 + ((seed * 7 + at) % 40) + 0.5;
}
