import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { useCatalog } from '../parts/units.js';

const signs = { eq: '', ge: '≥ ', gt: '> ', le: '≤ ', lt: '< ' } as const;

interface ClaimNumberProps {
  /** In `unit`; a text is the id of an official type or level. */
  readonly value: number | string | null;
  readonly unit: string;
  readonly is?: keyof typeof signs;
  /** The published figure whose digits ours is shown with. */
  readonly like?: number | string;
}

/** A number of a claim in its own unit, with as many digits as were published. */
export function ClaimNumber({ value, unit, is = 'eq', like = value ?? 0 }: ClaimNumberProps) {
  const { language, t } = useSpeak();
  const definition = useCatalog().answer?.units.find((one) => one.id === unit);
  const label = useClasses();
  if (value === null) return <span className="quiet">{absent}</span>;
  if (typeof value === 'string') {
    const type = label('official_type', value);
    return <span>{type === value ? label('level', value) : type}</span>;
  }
  const decimals = /\.(\d+)$/.exec(String(like))?.[1]?.length ?? 0;
  const digits = Math.min(4, Math.max(definition?.digits ?? 0, decimals));
  const bare = unit === 'count' || unit === 'ratio' || unit === 'year_of';
  const number = unit === 'year_of' ? String(value) : formatNumber(value, digits, language);
  return (
    <span className="nowrap">
      {signs[is]}
      {number}
      {bare || definition === undefined ? '' : ` ${t(definition.label)}`}
    </span>
  );
}
