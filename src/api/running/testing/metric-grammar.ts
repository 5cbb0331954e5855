/** Values of a text of metrics by the sample's name and labels as written. */
export function samplesOf(text: string): Readonly<Record<string, number>> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.lastIndexOf(' ')),
      numberIn(line.slice(line.lastIndexOf(' ') + 1)),
    ]),
  );
}

const metricName = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const label = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"';
const sampleForm = new RegExp(
  `^(${metricName})(?:\\{((?:${label})(?:,${label})*)\\})? (NaN|[+-]Inf|-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)$`,
);
const suffixes: Readonly<Record<string, string>> = {
  histogram: '(?:_bucket|_sum|_count)',
  summary: '(?:_sum|_count)?',
};

/**
 * What a text breaks of the exposition format 0.0.4: lines of another form, metrics whose lines do not stand together under HELP and
 * TYPE, samples twice, histograms that are not cumulative or lack their infinite bucket.
 */
export function metricFaults(text: string): string[] {
  const faults: string[] = [];
  if (!text.endsWith('\n')) faults.push('the last line does not end');
  const seen = new Set<string>();
  let help = '';
  let current: { readonly name: string; readonly kind: string } | null = null;
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) ?(.*)$/.exec(line) ?? [];
    if (word === 'HELP') help = name;
    if (word === 'TYPE') {
      if (help !== name) faults.push(`${name}: TYPE without HELP before it`);
      if (seen.has(`type ${name}`)) faults.push(`${name}: twice`);
      if (rest === 'counter' && !name.endsWith('_total')) faults.push(`${name}: counter without _total`);
      seen.add(`type ${name}`);
      current = { name, kind: rest };
    }
    if (word !== undefined) continue;
    const sample = sampleForm.exec(line);
    const key = `${sample?.[1]}{${sample?.[2] ?? ''}}`;
    if (sample === null) faults.push(`no sample: ${line}`);
    else if (current === null || !belongs(String(sample[1]), current))
      faults.push(`${line}: a sample before its type`);
    else if (seen.has(key)) faults.push(`${key}: twice`);
    seen.add(key);
  }
  return [...faults, ...histogramFaults(text)];
}

function belongs(name: string, metric: { readonly name: string; readonly kind: string }): boolean {
  return new RegExp(`^${metric.name}${suffixes[metric.kind] ?? ''}$`).test(name);
}

function histogramFaults(text: string): string[] {
  const names = [...text.matchAll(/^# TYPE (\S+) histogram$/gm)].map(([, name]) => String(name));
  const samples = Object.entries(samplesOf(text));
  return names.flatMap((name) => {
    const groups = new Map<string, [bound: number, count: number][]>();
    for (const [key, count] of samples) {
      const found = new RegExp(`^${name}_bucket\\{(.*?),?le="([^"]*)"\\}$`).exec(key);
      if (found === null) continue;
      const labels = String(found[1]);
      groups.set(labels, [...(groups.get(labels) ?? []), [numberIn(String(found[2])), count]]);
    }
    return [...groups].flatMap(([labels, buckets]) => {
      const last = buckets.at(-1) as [number, number];
      const count = samples.find(
        ([key]) => key === `${name}_count${labels === '' ? '' : `{${labels}}`}`,
      )?.[1];
      const rising = buckets.every(([bound, many], at) => {
        const before = buckets[at - 1];
        return before === undefined || (before[0] < bound && before[1] <= many);
      });
      return [
        ...(last[0] === Infinity ? [] : [`${name}: without +Inf`]),
        ...(rising ? [] : [`${name}: not cumulative`]),
        ...(last[1] === count ? [] : [`${name}: the infinite bucket differs from its count`]),
      ];
    });
  });
}

function numberIn(word: string): number {
  return word === '+Inf' ? Infinity : word === '-Inf' ? -Infinity : Number(word);
}
