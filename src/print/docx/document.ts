import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import type { Language } from '../../base/index.js';
import type { Block, Fact, ReportDocument, Section } from '../../report/index.js';
import { escapeHtml } from '../escape.js';
import type { Counts } from './caption.js';
import { chartBlocks } from './chart.js';
import { drawingBlocks } from './drawing.js';
import { settle } from './settle.js';
import { styleIds, styles } from './styles.js';
import { tableBlocks } from './table.js';

/** What a document says about itself that the report does not: no clock is read here. */
export interface DocxExtras {
  /** Date of creation and last change in the file's properties. */
  readonly created: Date;
}

const contents: Readonly<Record<Language, string>> = { zh: '目录', en: 'Contents' };
/** Twentieths of a point: A4 upright, margins of 2 cm. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
};
const bullet = 'bullets';

/**
 * A report as a DOCX document: styles, captions that are counted, a table of contents, charts that can be changed, the
 * imprint on every page. Equal reports give equal bytes.
 */
export async function buildDocx(report: ReportDocument, { created }: DocxExtras): Promise<Uint8Array> {
  const { lang, title, subtitle, imprint } = report;
  const counts: Counts = { table: 0, figure: 0 };
  const document = new Document({
    title,
    subject: subtitle,
    creator: 'afterlode',
    description: imprint,
    styles: styles(lang),
    numbering: {
      config: [
        {
          reference: bullet,
          levels: [
            {
              level: 0,
              format: 'bullet',
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page },
        headers: {
          default: new Header({ children: [new Paragraph({ style: styleIds.imprint, text: title })] }),
        },
        footers: { default: footer(imprint) },
        children: [
          new Paragraph({ style: styleIds.title, text: title }),
          new Paragraph({ style: styleIds.subtitle, text: subtitle }),
          new Paragraph({ style: styleIds.imprint, text: imprint }),
          new TableOfContents(contents[lang], {
            hyperlink: true,
            headingStyleRange: '1-1',
            beginDirty: false,
          }),
          ...report.sections.flatMap((section) => sectionBlocks(section, lang, counts)),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(report, created) },
  ]);
  return settle(bytes);
}

function footer(imprint: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.imprint,
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun(`${imprint}  `),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

function sectionBlocks(section: Section, lang: Language, counts: Counts): FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: section.title }),
    ...section.blocks.flatMap((block) => blockParts(block, lang, counts)),
  ];
}

function blockParts(block: Block, lang: Language, counts: Counts): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ text: block.text, ...toneStyle[block.tone] })];
    case 'list':
      return block.items.map((text) => new Paragraph({ text, numbering: { reference: bullet, level: 0 } }));
    case 'facts':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.caption }),
        ...block.facts.map(factParagraph),
      ];
    case 'table':
      return tableBlocks(block, lang, counts);
    case 'drawing':
      return drawingBlocks(block, lang, counts);
    case 'bars':
    case 'ranks':
      return chartBlocks(block, lang, counts);
  }
}

const toneStyle = {
  plain: {},
  caution: { style: styleIds.caution },
  small: { style: styleIds.note },
} as const;

function factParagraph({ name, text }: Fact): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: `${name}  `, bold: true }), new TextRun(text)] });
}

/** The properties with the date of the caller, since the library writes that of its clock. */
function coreProperties({ title, subtitle, imprint }: ReportDocument, created: Date): string {
  const at = created.toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeHtml(title)}</dc:title><dc:subject>${escapeHtml(subtitle)}</dc:subject>`,
    `<dc:creator>afterlode</dc:creator><dc:description>${escapeHtml(imprint)}</dc:description>`,
    '<cp:lastModifiedBy>afterlode</cp:lastModifiedBy><cp:revision>1</cp:revision>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}
