import type { ChoiceRules, ChosenOption, Pair, PlanNeed, PlanOption } from './types.js';

/**
 * The measures that answer at least one need, with their scores (sum of the weights of the needs they answer) and what becomes
 * of each: one with an unmet condition is never chosen, whoever asks for it. Without a list of wanted ones, of two that hinder
 * each other the one of the higher score is chosen, at equal scores the earlier one; a list is the author's own judgement and
 * keeps both. More needs never make a measure disappear from the answer.
 *
 * @param options in the order of the library
 * @returns in the same order
 */
export function chooseMeasures(
  options: readonly PlanOption[],
  needs: readonly PlanNeed[],
  { wanted, leftOut }: ChoiceRules,
): readonly ChosenOption[] {
  const answering = options.flatMap((option) => {
    const answered = needs.filter(({ id }) => option.answers.includes(id));
    const score = answered.reduce((sum, { weight }) => sum + weight, 0);
    return answered.length === 0 ? [] : [{ option, needs: answered.map(({ id }) => id), score }];
  });
  const taken: PlanOption[] = [];
  const choices = new Map<string, ChosenOption['choice']>();
  for (const { option } of answering.toSorted((a, b) => b.score - a.score)) {
    const rival = wanted === null ? taken.find((one) => hinder(one, option)) : undefined;
    const asked = !leftOut.includes(option.id) && (wanted === null || wanted.includes(option.id));
    if (!asked) choices.set(option.id, { state: 'left_out' });
    else if (option.conditions.includes('unmet')) choices.set(option.id, { state: 'unmet' });
    else if (rival !== undefined) choices.set(option.id, { state: 'conflict', with: rival.id });
    else {
      taken.push(option);
      choices.set(option.id, { state: 'chosen' });
    }
  }
  return answering.map(({ option: { id }, needs: own, score }) => ({
    id,
    needs: own,
    score,
    choice: choices.get(id) as ChosenOption['choice'],
  }));
}

function hinder(a: PlanOption, b: PlanOption): boolean {
  return a.conflicts.includes(b.id) || b.conflicts.includes(a.id);
}

/** Pairs among the options that hinder, and that help each other; each pair once, in their order. */
export function pairsAmong(options: readonly PlanOption[]): {
  readonly conflicts: readonly Pair[];
  readonly synergies: readonly Pair[];
} {
  const pairs = options.flatMap((a, at) => options.slice(at + 1).map((b) => [a, b] as const));
  const named = (of: 'conflicts' | 'synergies') =>
    pairs
      .filter(([a, b]) => a[of].includes(b.id) || b[of].includes(a.id))
      .map(([a, b]): Pair => [a.id, b.id]);
  return { conflicts: named('conflicts'), synergies: named('synergies') };
}
