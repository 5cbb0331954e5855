interface SparklineProps {
  readonly values: readonly (number | null)[];
  readonly width?: number;
  readonly height?: number;
}

/** The course of a few values; gaps stay gaps. Nothing for fewer than two values. */
export function Sparkline({ values, width = 64, height = 18 }: SparklineProps) {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 2) return null;
  const least = Math.min(...known);
  const span = Math.max(...known) - least || 1;
  const x = (i: number) => 3 + (i / (values.length - 1)) * (width - 6);
  const y = (value: number) => height - 3 - ((value - least) / span) * (height - 6);
  let pen = 'M';
  let path = '';
  for (const [i, value] of values.entries()) {
    if (value === null) pen = 'M';
    else {
      path += `${pen}${x(i).toFixed(1)},${y(value).toFixed(1)}`;
      pen = 'L';
    }
  }
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg className="sparkline" width={width} height={height} aria-hidden="true">
      <path d={path} />
      <circle cx={x(last)} cy={y(values[last] ?? least)} r="2.2" />
    </svg>
  );
}
