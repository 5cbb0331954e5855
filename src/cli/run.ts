import { CommanderError } from 'commander';
import { AfterlodeError, codes, type Language, phrases } from '../base/index.js';
import { languageOf, programVersion } from './call.js';
import { errorLine } from './output.js';
import { buildProgram } from './program.js';

/**
 * Runs one call. Exit status: 0 done, 2 the call or its input is at fault, 1 anything else.
 *
 * @param words arguments after the program's name
 */
export async function run(words: readonly string[]): Promise<number> {
  const program = buildProgram(programVersion());
  for (const command of [program, ...program.commands, ...program.commands.flatMap((c) => c.commands)]) {
    command.exitOverride().configureOutput({ outputError: () => {} });
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const told = error instanceof CommanderError ? callFault(error) : error;
    process.stderr.write(`${errorLine(told, languageOfWords(words))}\n`);
    return told instanceof AfterlodeError && codes[told.code].http < 500 ? 2 : 1;
  }
}

/** A word the program does not know, in the product's own form. */
function callFault(error: CommanderError): AfterlodeError {
  if (error.code === 'commander.help')
    return new AfterlodeError('CALL_COMMAND', 'afterlode', { found: phrases.none });
  const en = error.message.replace(/^error: /, '').replace(/\n/g, ' ');
  return new AfterlodeError('CALL_COMMAND', 'afterlode', { found: { en, zh: inChinese(error.code, en) } });
}

const faults: Readonly<Record<string, (name: string) => string>> = {
  'commander.unknownCommand': (name) => `没有命令“${name}”`,
  'commander.unknownOption': (name) => `没有选项“${name}”`,
  'commander.missingArgument': (name) => `缺少参数“${name}”`,
  'commander.optionMissingArgument': (name) => `选项“${name}”缺少取值`,
  'commander.missingMandatoryOptionValue': (name) => `缺少必需的选项“${name}”`,
  'commander.conflictingOption': (name) => `选项“${name}”与另一选项冲突`,
  'commander.excessArguments': () => '参数过多',
};

/** What is wrong with the call by the fault's code and the names that its English text quotes. */
function inChinese(code: string, en: string): string {
  const name = /'([^']*)'/.exec(en)?.[1] ?? '';
  const near = /Did you mean (?:one of )?([^?]*)\?/.exec(en)?.[1];
  const said = Object.hasOwn(faults, code) ? faults[code]?.(name) : `参数有误（${code}）`;
  return near === undefined ? String(said) : `${said}；相近的有：${near}`;
}

function languageOfWords(words: readonly string[]): Language {
  const at = words.indexOf('--lang');
  try {
    return languageOf(at >= 0 && words[at + 1] ? { lang: words[at + 1] as string } : {});
  } catch {
    return 'en';
  }
}
