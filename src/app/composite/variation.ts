import { availableParallelism } from 'node:os';
import {
  type ChainRun,
  rankAcceptability,
  type SensitivityResult,
  type VariationResult,
  variationOf,
} from '../../assess/index.js';
import { AfterlodeError, type Issue, issue, type Text, toEdge } from '../../base/index.js';
import { sensitivityInThreads, varyInThreads } from '../../jobs/index.js';
import { defaultVariation, type RawVariation } from './default-factors.js';
import type { EngineHooks } from './engine.js';
import type { VariationSettings } from './settings.js';
import {
  type FactorShares,
  factorShares,
  type NamedFailure,
  namedFailures,
  type UnitUncertainty,
  unitUncertainty,
} from './variation-rows.js';
import { numberOf, type Written, wholeOf } from './words.js';

/** What a call wants to know of uncertainty; numbers override those of the file. */
export interface VariationAsked {
  /** What a file of uncertainties says; absent: a usual set where anything else here asks for it. */
  readonly uncertainty?: unknown;
  readonly runs?: Written;
  readonly seed?: Written;
  readonly threshold?: Written;
  readonly time?: Written;
  readonly sobol?: boolean;
  readonly samples?: Written;
  readonly acceptability?: boolean;
}

/** What the answer of `index` gains. */
export interface VariationAnswer {
  /** How the ranks of units vary. */
  readonly uncertainty: readonly UnitUncertainty[];
  readonly variation: {
    /** Time of the rows that are ranked; null where the table knows none. */
    readonly time: number | null;
    readonly runs: number;
    readonly failed: number;
    readonly factors: readonly string[];
  };
  /** Replications that gave no index, with what was chosen in them. */
  readonly failures: readonly NamedFailure[];
  /** Share of replications in which a unit has each rank, from 1 on. */
  readonly acceptability?: readonly { readonly unit: string; readonly shares: readonly number[] }[];
  /** Which factor moves the mean rank shift. */
  readonly sensitivity?: readonly FactorShares[];
  /** Which factor moves each unit's own rank. */
  readonly unitSensitivity?: readonly {
    readonly unit: string;
    readonly variance: number | null;
    readonly factors: readonly FactorShares[];
  }[];
  readonly convergence?: SensitivitySummary['convergence'];
  readonly sobol?: SensitivitySummary['sobol'];
}

interface SensitivitySummary {
  /** The indices from the first eighth, quarter and half of the samples and from all. */
  readonly convergence: readonly { readonly samples: number; readonly factors: readonly FactorShares[] }[];
  readonly sobol: {
    readonly samples: number;
    readonly runs: number;
    readonly failed: number;
    /** Mean absolute rank shift, and its variance. */
    readonly meanShift: number | null;
    readonly variance: number | null;
  };
}

interface Varied {
  readonly answer: VariationAnswer;
  readonly settings: VariationSettings;
  readonly issues: readonly Issue[];
}

const usualRuns = 1000;
const usualSamples = 512;
const usualSeed = 1;
/** Scores that one thread makes while another one starts. */
const worthThreads = 20_000_000;
const mostThreads = 8;

/**
 * Varies an index as a call asks for it; null where it asks for nothing.
 *
 * @throws AfterlodeError CALL_OPTION, INDEX_VARY, JOB_FAILED
 */
export async function varyTables(
  run: ChainRun,
  asked: VariationAsked,
  { threads, signal, onProgress }: EngineHooks,
): Promise<Varied | null> {
  if (!isAsked(asked)) return null;
  const raw =
    asked.uncertainty === undefined
      ? defaultVariation(run, asked.threshold !== undefined)
      : asked.uncertainty;
  const { factors, ...file } = variationOf(raw, run.hierarchy);
  const settings = settingsFrom(asked, file, raw as RawVariation);
  const { runs, seed, samples } = settings;
  const evaluations = samples === null ? 0 : samples * (factors.length + 2);
  const where = {
    ...(settings.time !== null && { time: settings.time }),
    ...(settings.threshold !== null && { threshold: settings.threshold }),
  };
  const cells = run.table.units.length * run.hierarchy.nodes.length;
  const options = { threads: threads ?? threadsFor(cells * (runs + evaluations)), signal };
  const tell = (done: number) => onProgress?.(done / (runs + evaluations));
  const varied = await varyInThreads(
    run,
    factors,
    { runs, seed, ...where, onProgress: ({ done }) => tell(done) },
    options,
  );
  const sensitive =
    samples === null
      ? null
      : await sensitivityInThreads(
          run,
          factors,
          {
            samples,
            seed,
            ...where,
            onProgress: ({ done }) => tell(runs + done * (factors.length + 2)),
          },
          options,
        );
  return {
    answer: answerOf(
      varied,
      sensitive,
      factors.map(({ name }) => name),
      asked.acceptability === true,
    ),
    settings,
    issues: asked.uncertainty === undefined ? [usualNote(raw as RawVariation)] : [],
  };
}

/** Whether anything is to be varied; refuses settings that nothing would use. */
function isAsked(asked: VariationAsked): boolean {
  const any = asked.uncertainty !== undefined || asked.runs !== undefined || asked.sobol === true;
  const refuse = (option: string, expected: string | Text) => {
    throw new AfterlodeError('CALL_OPTION', option, {
      found: { en: 'given alone', zh: '单独给出' },
      expected,
    });
  };
  const idle = (['seed', 'threshold', 'time', 'acceptability'] as const).find(
    (name) => asked[name] !== undefined && asked[name] !== false,
  );
  if (!any && idle)
    refuse(`--${idle}`, {
      en: '--uncertainty, --runs or --sobol beside it',
      zh: '与 --uncertainty、--runs 或 --sobol 一同给出',
    });
  if (asked.sobol !== true && asked.samples !== undefined)
    refuse('--samples', { en: '--sobol beside it', zh: '与 --sobol 一同给出' });
  return any;
}

function settingsFrom(
  asked: VariationAsked,
  file: {
    readonly runs: number | null;
    readonly seed: number | null;
    readonly threshold: number | null;
    readonly time: number | null;
  },
  { factors }: RawVariation,
): VariationSettings {
  const { runs, seed, threshold, time, samples, sobol } = asked;
  return {
    runs: wholeOf('--runs', runs ?? file.runs ?? usualRuns, 1),
    seed: wholeOf('--seed', seed ?? file.seed ?? usualSeed, 0),
    threshold: threshold === undefined ? file.threshold : numberOf('--threshold', threshold),
    time: time === undefined ? file.time : numberOf('--time', time),
    samples: sobol ? wholeOf('--samples', samples ?? usualSamples, 8) : null,
    factors,
  };
}

/** A start of threads takes longer than a short run. */
function threadsFor(scores: number): number {
  return scores < worthThreads ? 0 : Math.min(mostThreads, availableParallelism());
}

function usualNote({ factors }: RawVariation): Issue {
  return issue('INDEX_VARY_USUAL', 'note', factors.map(({ name }) => String(name)).join(', '));
}

function answerOf(
  varied: VariationResult,
  sensitive: SensitivityResult | null,
  factors: readonly string[],
  acceptability: boolean,
): VariationAnswer {
  const { time, runs, failed, units } = varied;
  return {
    uncertainty: units.map(unitUncertainty),
    variation: { time, runs, failed, factors },
    ...(acceptability && {
      acceptability: units.map(({ unit }, at) => ({ unit, shares: [...rankAcceptability(varied, at)] })),
    }),
    ...(sensitive && sensitivityAnswer(sensitive)),
    failures: [...namedFailures('replication', varied), ...namedFailures('sample', sensitive)],
  };
}

function sensitivityAnswer(found: SensitivityResult) {
  const { samples, runs, failed, meanShift, variance } = found;
  return {
    sensitivity: found.factors.map(factorShares),
    unitSensitivity: found.units.map((one) => ({
      unit: one.unit,
      variance: toEdge(one.variance),
      factors: one.factors.map(factorShares),
    })),
    convergence: found.convergence.map((stage) => ({
      samples: stage.samples,
      factors: stage.factors.map(factorShares),
    })),
    sobol: { samples, runs, failed, meanShift: toEdge(meanShift), variance: toEdge(variance) },
  };
}
