import type { Definition, Definitions } from './sources.js';
import type { Path, Tree } from './tree.js';

/** An id used by one of these kinds: what it should name and where it stands. */
export interface IdentifyLink {
  readonly target: 'reference' | 'indicator' | 'parameter';
  readonly id: string;
  readonly path: Path;
}

/** Links of threshold sets, axes and transfer formulas. */
export function* identifyLinks(
  definitions: Definitions,
): Generator<readonly [Tree, readonly IdentifyLink[]]> {
  for (const one of definitions.of('threshold_sets').values()) yield [one.tree, setLinks(one)];
  for (const one of definitions.of('axes').values()) yield [one.tree, axisLinks(one)];
  for (const one of definitions.of('transfer_formulas').values()) {
    const { population } = one.raw;
    const people = population ? [link('indicator', population.indicator, ['population', 'indicator'])] : [];
    yield [one.tree, [...people, ...references(one.raw.references)]];
  }
}

const link = (target: IdentifyLink['target'], id: string, path: Path): IdentifyLink => ({ target, id, path });
const references = (ids: readonly string[]) => ids.map((id, at) => link('reference', id, ['references', at]));

function setLinks({ raw }: Definition<'threshold_sets'>): readonly IdentifyLink[] {
  const tests = raw.tests.flatMap(({ measures, than }, at) => [
    ...measures.map((id, place) => link('indicator', id, ['tests', at, 'measures', place])),
    'parameter' in than
      ? link('parameter', than.parameter, ['tests', at, 'than', 'parameter'])
      : link('parameter', than.mean_and_deviations, ['tests', at, 'than', 'mean_and_deviations']),
  ]);
  return [...tests, ...references(raw.references)];
}

function axisLinks({ raw }: Definition<'axes'>): readonly IdentifyLink[] {
  const inputs = raw.inputs.flatMap(({ from }, at) =>
    'reserves' in from
      ? []
      : from.indicators.map((id, place) =>
          link('indicator', id, ['inputs', at, 'from', 'indicators', place]),
        ),
  );
  return [...inputs, ...references(raw.references)];
}
