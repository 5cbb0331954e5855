import { type Block, drawingMarkup, type ReportDocument, type Section } from '../report/index.js';
import { escapeHtml } from './escape.js';
import { chartHtml } from './html-chart.js';
import { tableHtml } from './html-table.js';
import { style } from './style.js';

/**
 * A report as one HTML page that needs nothing else: style and drawings inside, no script, no outside resource.
 * Equal documents give equal text.
 */
export function printHtml(document: ReportDocument): string {
  const lang = document.lang === 'zh' ? 'zh-CN' : 'en';
  const title = escapeHtml(document.title);
  return [
    '<!DOCTYPE html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title} · ${escapeHtml(document.subtitle)}</title>`,
    `<style>\n${style}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${title}</h1><p class="subtitle">${escapeHtml(document.subtitle)}</p>`,
    `<p class="imprint">${escapeHtml(document.imprint)}</p></header>`,
    '<main>',
    ...document.sections.map(sectionHtml),
    '</main>',
    `<footer><p class="imprint">${escapeHtml(document.imprint)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function sectionHtml(section: Section): string {
  const heading = `heading-${section.id}`;
  return [
    `<section id="${section.id}" aria-labelledby="${heading}">`,
    `<h2 id="${heading}">${escapeHtml(section.title)}</h2>`,
    ...section.blocks.map(blockHtml),
    '</section>',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="${block.tone}">${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'facts': {
      const facts = block.facts.map(
        (fact) => `<div><dt>${escapeHtml(fact.name)}</dt><dd>${escapeHtml(fact.text)}</dd></div>`,
      );
      return `<h3>${escapeHtml(block.caption)}</h3>\n<dl>${facts.join('\n')}</dl>`;
    }
    case 'table':
      return tableHtml(block);
    case 'drawing':
      return `<figure class="drawing"><figcaption>${escapeHtml(block.caption)}</figcaption>\n${drawingMarkup(block.drawing)}</figure>`;
    case 'bars':
    case 'ranks':
      return chartHtml(block);
  }
}
