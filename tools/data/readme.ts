import { field } from './csv.js';
import { attribution, changes, opening, registerPart } from './readme-words.js';
import type { Shipped, Sidecar } from './shipped.js';

interface Described extends Sidecar {
  readonly title: { readonly en: string; readonly zh: string };
  readonly note: { readonly en: string; readonly zh: string };
  readonly boundary: { readonly en: string; readonly zh: string };
  readonly source: Sidecar['source'] & {
    readonly path: string;
    readonly commit: string;
    readonly primary: { readonly en: string; readonly zh: string };
  };
}

/** `data/README.md`: what is there, where it comes from, under which licence, and what was changed. */
export function readmeText(shipped: Shipped): string {
  const tables = shipped.tableIds().map((id) => ({ id, ...(shipped.sidecar(id) as Described) }));
  return [
    opening,
    '## Tables\n',
    table(
      ['table', 'content', 'rows', 'boundaries', 'marks', 'licence'],
      tables.map((one) => [
        `\`${one.file}\``,
        `${one.title.en} · ${one.title.zh}`,
        String(one.rows),
        one.boundary.en,
        marksOf(shipped, one.id),
        `${one.source.licence}, [text](${one.source.licence_file})`,
      ]),
    ),
    registerPart,
    '## Sources\n',
    table(
      ['table', 'repository, file, commit', 'primary source'],
      tables.map((one) => [
        one.id,
        `${one.source.repository}, \`${one.source.path}\`, ${one.source.commit}`,
        one.source.primary.en,
      ]),
    ),
    attribution,
    changes,
    '## Checks\n',
    'Counted when the tables were written and counted again by the tests.\n',
    table(
      ['table', 'what', 'found', 'expected'],
      tables.flatMap((one) =>
        one.checks.map((check) => [one.id, check.what.en, String(check.found), String(check.expected)]),
      ),
    ),
  ].join('\n');
}

function marksOf(shipped: Shipped, id: string): string {
  const counts: Record<string, number> = {};
  for (const mark of shipped.rows('marks.csv')) {
    if (field(mark, 'table') !== id) continue;
    const kind = field(mark, 'mark');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const entries = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? 'none' : entries.map(([kind, count]) => `${count} ${kind}`).join(', ');
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
