import type { Command } from 'commander';
import { operator, type SubsidenceCall, subsidence } from '../../app/index.js';
import { classLabel } from '../../assess/index.js';
import { AfterlodeError } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { addressSetting } from '../settings.js';
import { slowProgress } from '../slow-progress.js';
import { subsidenceTables } from '../subsidence-tables.js';

type Options = CommonOptions & SubsidenceCall & { readonly keep?: string };

/** `subsidence`: how fast ground sinks, from radar pairs. */
export function addSubsidence(program: Command): void {
  program
    .command('subsidence <stack>')
    .description('measure ground motion from unwrapped radar pairs, or take a finished series')
    .requiredOption('--out <dir>', 'folder for the results')
    .option('--wavelength <m>', 'of the radar in metres; default wavelength_m in info.json of the stack')
    .option(
      '--reference <place>',
      'ground that stands still: ROW,COL or ROW,COL,HALF from 0, a GeoJSON file, or auto',
      'auto',
    )
    .option('--minimum-observations <n>', 'pairs that a pixel must have', '10')
    .option('--weights <weights>', 'equal, coherence', 'equal')
    .option('--robust', 'weigh pairs that fit badly down')
    .option('--closure <what>', 'triangles of pairs: none, check, mend (take whole cycles out)', 'none')
    .option('--ramp <form>', 'taken from each pair: none, plane', 'none')
    .option('--season', 'fit a yearly wave besides the rate')
    .option('--acceleration', 'fit an acceleration besides the rate')
    .option('--dem-error', 'fit the error of the elevation model; needs perpendicular baselines')
    .option('--slant-range <m>', 'from the satellite to the ground, for --dem-error')
    .option('--bootstrap <n>', 'drawings of dates: the middle 95% of each rate')
    .option('--seed <number>', 'of the drawings', '1')
    .option('--change-point', 'date at which the rate of each cell changes, and rates before and after')
    .option(
      '--incidence <degrees>',
      'from the vertical, or a GeoTIFF: writes the rate as vertical motion too',
    )
    .option('--heading <degrees>', 'of the flight from north by east, or a GeoTIFF; for two tracks')
    .option('--second <stack>', 'track from the other side: writes vertical and east motion')
    .option('--second-reference <place>', 'as --reference; default the same ground')
    .option('--second-wavelength <m>', 'as --wavelength')
    .option('--second-incidence <degrees>', 'as --incidence')
    .option('--second-heading <degrees>', 'as --heading')
    .option(
      '--positive <direction>',
      'what positive phase, or displacement of a finished series, means: away, towards',
    )
    .option('--connected', 'leave out what unwrapping joined to no component (ISCE, MintPy)')
    .option('--keep-untied', 'keep least-norm rates of pixels whose dates are not tied')
    .option('--unit <unit>', 'of a finished series that does not say it: mm, cm, m')
    .option('--buildings <file>', 'GeoJSON of footprints: lists those on sunken ground in buildings.csv')
    .option('--population <file>', 'GeoTIFF of persons by cell: persons on each zone')
    .option('--lines <file>', 'GeoJSON of roads or pipes: lengths on sunken ground in lines.csv')
    .option('--point <lon,lat>', 'degrees: writes the series there to point.csv')
    .option('--findings <city>', 'opens a finding in the ledger of the city for each zone')
    .option('--period <year>', 'of the findings; default the year of the last date')
    .option('--keep <name>', 'keeps the results in the workspace too, for the pages and the API')
    .option(
      '--engine <engine>',
      'who measures: threads here, or the workers at a queue; equal numbers',
      'threads',
    )
    .option('--threads <n>', 'of this machine; default as many as cores, 1 for small stacks')
    .option('--queue <url>', 'postgres://… or redis://… of the workers; default $AFTERLODE_QUEUE')
    .option('--tile-cells <n>', 'cells of a piece of work, about; default by memory')
    .option('--wait <seconds>', 'how long nobody may be at the queue to take work; default 60')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const progress = slowProgress(out, { en: 'rows measured', zh: '已计算的行' });
        // The environment names the queue of all commands; only a call that asks for a queue means it.
        const isMeant = options.queue !== undefined || options.engine === 'queue';
        const queue = isMeant ? addressSetting(options.queue, 'AFTERLODE_QUEUE') : undefined;
        const answer = await subsidence(ws, {
          ...options,
          ...(queue && { queue }),
          stack: words[0] as string,
          progress,
          language: out.lang,
          access: { actor: operator() },
          note: (text) => out.say(text),
          ...(options.engine === 'queue' && { signal: interrupted() }),
        });
        out.issues(answer.issues);
        out.result(answer, () =>
          subsidenceTables(answer, out.lang, (scheme, id) => classLabel(ws.catalog, scheme, id)[out.lang]),
        );
      }),
    );
}

/** Work on a queue is taken back when the call is stopped; who sends the signal again stops it at once. */
function interrupted(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => stop.abort(new AfterlodeError('JOB_STOPPED', name)));
  return stop.signal;
}
