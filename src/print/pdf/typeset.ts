import { join } from 'node:path';
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { AfterlodeError } from '../../base/index.js';
import type { ReportDocument } from '../../report/index.js';
import { showableBy } from './characters.js';
import { layoutData } from './data.js';
import { coveredRanges, fontFolder } from './fonts.js';
import { template } from './template.js';

/** Makes pages of reports; it holds the compiler and the fonts, so that a second report takes less than the first. */
export type Typesetter = (report: ReportDocument) => Uint8Array;

/** Opens the compiler, a prebuilt program for this kind of machine. */
export type OpenCompiler = () => Promise<
  Pick<typeof import('@myriaddreamin/typst-ts-node-compiler'), 'NodeCompiler'>
>;

/**
 * A typesetter on the shipped fonts alone: none is taken from the machine, since text falls back to no other family.
 *
 * @throws AfterlodeError PRINT_PDF_PLATFORM where there is no compiler for this kind of machine
 */
export async function typesetter(
  open: OpenCompiler = () => import('@myriaddreamin/typst-ts-node-compiler'),
): Promise<Typesetter> {
  const folder = fontFolder();
  const { NodeCompiler } = await open().catch((error: unknown) => {
    const found = `${process.platform} ${process.arch}`;
    throw new AfterlodeError('PRINT_PDF_PLATFORM', 'pdf', { found }, error);
  });
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [folder] }] });
  const shown = showableBy(coveredRanges(join(folder, 'NotoSansHans-Regular.otf')));
  return (report) => typeset(compiler, JSON.stringify(layoutData(report, shown)));
}

/**
 * Pages of PDF/A-2b without a date, so that equal reports give equal bytes.
 *
 * @throws AfterlodeError PRINT_PDF where the compiler finds a fault or warns, as of a font that is not there
 */
function typeset(compiler: NodeCompiler, report: string): Uint8Array {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { report } });
  const fault = compiled.takeError() ?? compiled.takeWarnings();
  if (fault !== null) throw refused(messages(compiler, fault));
  const document = compiled.result;
  if (document === null) throw refused('no pages');
  try {
    return compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: 0 });
  } catch (error) {
    throw refused(String(error), error);
  } finally {
    // What was laid out is of no use to the next report, and would add up over hundreds of them.
    compiler.evictCache(0);
  }
}

function messages(compiler: NodeCompiler, fault: NodeError): string {
  const found = compiler.fetchDiagnostics(fault) as readonly { readonly message: string }[];
  return found.map(({ message }) => message).join('; ');
}

function refused(found: string, cause?: unknown): AfterlodeError {
  return new AfterlodeError('PRINT_PDF', 'pdf', { found }, cause);
}
