import { useId, useMemo, useState } from 'react';
import type { OverviewRow } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { classIds, useClasses, useMeta } from '../parts/classes.js';
import { type Choice, Select } from '../parts/select.js';
import { useCatalog } from '../parts/units.js';
import { navigate, useAddress, withQuery } from '../router.js';
import type { WordKey } from '../words.js';
import { filterKeys } from './overview-filter.js';
import { type Colouring, colourings } from './overview-looks.js';

interface ControlsProps {
  readonly period: string | null;
  readonly index: string | null;
  readonly indices: readonly string[];
  readonly rows: readonly OverviewRow[];
  readonly colouring: Colouring;
}

const colouringWords: Readonly<Record<Colouring, WordKey>> = {
  score: 'byScore',
  type: 'byType',
  resource: 'byResource',
  light: 'byLight',
};

function set(key: string, value: string): void {
  navigate(withQuery({ [key]: value }), true);
}

/** Year, index, colouring and filters; all stand in the address, so that a view can be passed on. */
export function OverviewControls({ period, index, indices, rows, colouring }: ControlsProps) {
  const { w, t } = useSpeak();
  const meta = useMeta();
  const catalog = useCatalog().answer;
  const nameOf = (id: string) => {
    const label = catalog?.indices.find((one) => one.id === id)?.label;
    return label === undefined ? id : t(label);
  };
  const periods = (meta?.periods ?? []).filter((one) => one.indices.length > 0);
  return (
    <div className="controls">
      <SearchField />
      <Select
        label={w('period')}
        name="period"
        value={period ?? ''}
        choices={[...periods].reverse().map((one) => ({ value: one.period, label: one.period }))}
        onChange={(value) => set('period', value)}
      />
      <Select
        label={w('index')}
        name="index"
        value={index ?? ''}
        choices={indices.map((one) => ({ value: one, label: nameOf(one) }))}
        onChange={(value) => set('index', value)}
      />
      <Select
        label={w('colourBy')}
        name="colour"
        value={colouring}
        choices={colourings.map((one) => ({ value: one, label: w(colouringWords[one]) }))}
        onChange={(value) => set('colour', value === 'score' ? '' : value)}
      />
      <Filters rows={rows} />
    </div>
  );
}

function SearchField() {
  const { w } = useSpeak();
  const { query } = useAddress();
  const id = useId();
  return (
    <div className="field search">
      <label htmlFor={id}>{w('search')}</label>
      <input
        id={id}
        type="search"
        name="q"
        value={query.get('q') ?? ''}
        placeholder={w('searchHint')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set('q', event.target.value)}
      />
    </div>
  );
}

function Filters({ rows }: { readonly rows: readonly OverviewRow[] }) {
  const { language, w, t } = useSpeak();
  const meta = useMeta();
  const label = useClasses();
  const { query } = useAddress();
  const [open, setOpen] = useState(false);
  const all: Choice = { value: '', label: w('all') };
  const classes = (scheme: string) =>
    classIds(meta, scheme).map((id) => ({ value: id, label: label(scheme, id) }));
  const used = new Set(rows.map((row) => row.level));
  const levels = classes('level').filter((choice) => used.size === 0 || used.has(choice.value));
  const batches = Object.keys(meta?.totals.byBatch ?? {}).map((n) => ({
    value: n,
    label: w('batchNumber', { n }),
  }));
  const provinces = useMemo(() => {
    const names = new Map(rows.map((row) => [row.province.en, t(row.province)]));
    const inOrder = new Intl.Collator(language).compare;
    return [...names]
      .map(([value, name]) => ({ value, label: name }))
      .sort((a, b) => inOrder(a.label, b.label));
  }, [rows, language, t]);
  const fields: readonly (readonly [WordKey, string, readonly Choice[]])[] = [
    ['type', 'type', classes('official_type')],
    ['resource', 'resource', classes('resource')],
    ['level', 'level', levels],
    [
      'batch',
      'batch',
      [{ value: 'any', label: w('anyBatch') }, ...batches, { value: 'none', label: w('noBatch') }],
    ],
    ['province', 'province', provinces],
  ];
  const narrowed = filterKeys.some((key) => (query.get(key) ?? '') !== '');
  const asked = fields.filter(([, key]) => (query.get(key) ?? '') !== '').length;
  // narrow screens show the filters on demand, wide ones always
  return (
    <div className={open ? 'narrowing open' : 'narrowing'}>
      <button type="button" className="plain unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {w('filters')} {asked > 0 && `(${asked})`}
      </button>
      {fields.map(([word, key, choices]) => (
        <Select
          key={key}
          name={key}
          label={w(word)}
          value={query.get(key) ?? ''}
          choices={[all, ...choices]}
          onChange={(value) => set(key, value)}
        />
      ))}
      <button
        type="button"
        className="plain clear"
        disabled={!narrowed}
        onClick={() => navigate(withQuery(Object.fromEntries(filterKeys.map((key) => [key, null]))), true)}
      >
        {w('clearFilters')}
      </button>
    </div>
  );
}
