import type { Argument, Command, Option } from 'commander';

/** The page `docs/reference/cli.md`, written from the commands themselves. */
export function cliPage(program: Command): string {
  return `${[
    '# Command line',
    '',
    'Generated from `src/cli/` by `npm run docs`; do not edit.',
    '',
    'In a checkout the command is `./bin/afterlode`. Results stand on standard output, everything else on standard error.',
    'Exit status: 0 done, 2 the call or its input is at fault, 1 anything else.',
    '',
    '## Options of every command',
    '',
    ...optionTable(program.options),
    ...program.commands.flatMap((command) => section(command, 'afterlode', '##')),
  ].join('\n')}\n`;
}

function section(command: Command, above: string, mark: string): string[] {
  const name = `${above} ${command.name()}`;
  const words = command.registeredArguments.map(argumentWord);
  return [
    '',
    `${mark} ${[name, ...words].join(' ')}`,
    '',
    sentence(command.description()),
    ...(command.options.length > 0 ? ['', ...optionTable(command.options)] : []),
    ...command.commands.flatMap((inner) => section(inner, name, `${mark}#`)),
  ];
}

function optionTable(options: readonly Option[]): string[] {
  return [
    '| option | meaning | default |',
    '|---|---|---|',
    ...options.map(({ flags, description, defaultValue }) => {
      const standard = defaultValue === undefined ? '' : `\`${String(defaultValue)}\``;
      return `| \`${flags.replaceAll('|', '\\|')}\` | ${description.replaceAll('|', '\\|')} | ${standard} |`;
    }),
  ];
}

function argumentWord(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '…' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
