import type { Finding } from '../assess/index.js';
import { codeCell, column, paragraph, percentCell, textCell, type Writing } from './blocks.js';
import { followedBlocks } from './followed.js';
import { displayFor, formatInterval, formatQuantity, shownValue, withUnit } from './format.js';
import type { Block, Section, TableBlock } from './types.js';
import { words } from './words.js';

const bySeverity = { urgent: 0, act: 1, watch: 2 } as const;

/** Problems with advice, most severe first, and the caveats that must stand beside flattering numbers. */
export function findingsSection(writing: Writing): Section {
  const { lang, page } = writing;
  const sorted = [...page.checkup.findings].sort((a, b) => bySeverity[a.severity] - bySeverity[b.severity]);
  const problems = sorted.filter((finding) => finding.kind === 'problem');
  const caveats = sorted.filter((finding) => finding.kind === 'caveat');
  const blocks: Block[] =
    problems.length === 0
      ? [paragraph(words.notes.noFindings[lang])]
      : [findingTable(writing, words.captions.problems[lang], problems)];
  if (caveats.length > 0)
    blocks.push(
      paragraph(words.notes.caveats[lang], 'caution'),
      findingTable(writing, words.captions.caveats[lang], caveats),
    );
  if (page.story) blocks.push(...followedBlocks(writing, page.story.followed));
  return { id: 'findings', title: words.sections.findings[lang], blocks };
}

function findingTable(writing: Writing, caption: string, findings: readonly Finding[]): TableBlock {
  const { lang } = writing;
  const head = words.heads;
  return {
    kind: 'table',
    caption,
    columns: [
      column(head.finding, lang, 'left', 36),
      column(head.severity, lang, 'left', 12),
      column(head.magnitude, lang, 'right', 22),
      column(head.confidence, lang, 'right', 14),
      column(head.advice, lang, 'left', 60),
      column(head.rule, lang, 'left', 28),
      column(head.evidence, lang, 'left', 50),
    ],
    rows: findings.map((finding) => [
      textCell(finding.label[lang]),
      textCell(words.severity[finding.severity][lang]),
      textCell(magnitudeText(writing, finding)),
      percentCell(finding.confidence, lang),
      textCell(finding.advice?.[lang] ?? ''),
      codeCell(finding.rule),
      codeCell(finding.evidence.join(' ')),
    ]),
    notes: [writing.origin],
  };
}

/** The magnitude in the unit readers expect; its bounds only where they differ. */
function magnitudeText(writing: Writing, finding: Finding): string {
  const { lang, labels } = writing;
  const { low, mid, high, unit } = finding.magnitude;
  const display = displayFor(labels.display(unit), lang, [mid]);
  const middle = formatQuantity(mid, display, lang);
  if (!Number.isFinite(low) || !Number.isFinite(high) || low === high) return middle;
  const bounds = formatInterval(shownValue(low, display), shownValue(high, display), display.digits);
  return `${middle} (${withUnit(bounds, display, lang)})`;
}
