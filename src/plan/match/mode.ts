import type { CountryJobs, Ends, Mode, ModeJobs, ModeLabel, ModeReason, ModeRules } from './types.js';

/**
 * In which way a city replaces what its resource employed: by branches that owe it nothing (replacement), by working the
 * resource up (extension), by both (hybrid), or not yet. Told by jobs at both ends of a span on one area. A job counts as
 * gained where there are more than before and more than at the growth of the country: what grew everywhere is no successor.
 */
export function modeOf(jobs: ModeJobs, country: CountryJobs, rules: ModeRules): Mode {
  const lost = rise(jobs.resource.first - jobs.resource.last);
  const chain = gained(jobs.chain, country.chain);
  const outside = gained(jobs.outside, country.outside);
  const sum = chain + outside;
  const [label, reason] = verdict({ lost, sum, outside }, rules);
  return {
    label,
    reason,
    lost,
    chain,
    outside,
    madeGood: lost > 0 ? sum / lost : Number.NaN,
    outsidePart: sum > 0 ? outside / sum : Number.NaN,
  };
}

/** `NaN` where an end is missing, or where the country had none to grow from. */
function gained({ first, last }: Ends, country: Ends): number {
  const growth = country.first > 0 ? country.last / country.first : Number.NaN;
  return rise(last - first * Math.max(1, growth));
}

/** 0 for a fall, `NaN` for what is missing. */
function rise(change: number): number {
  return change < 0 ? 0 : change;
}

function verdict(
  { lost, sum, outside }: { readonly lost: number; readonly sum: number; readonly outside: number },
  { target, share }: ModeRules,
): readonly [ModeLabel | null, ModeReason] {
  if (Number.isNaN(lost + sum)) return [null, 'missing'];
  if (sum === 0) return ['too_early', 'nothing_grew'];
  if (sum < target * lost) return ['too_early', 'not_made_good'];
  if (outside <= (1 - share) * sum) return ['extension', 'chain_carries'];
  // without a loss there is nothing yet that other branches could have replaced
  if (lost === 0) return ['too_early', 'resource_stands'];
  return outside >= share * sum ? ['replacement', 'outside_carries'] : ['hybrid', 'both_carry'];
}
