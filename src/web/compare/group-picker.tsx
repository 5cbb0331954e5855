import { useState } from 'react';
import type { GroupKind } from '../../assess/index.js';
import { useSpeak } from '../language.js';
import { classIds, useClasses, useMeta } from '../parts/classes.js';
import { type Choice, Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import { useProvinces } from './use-provinces.js';

const kinds = [
  'type',
  'resource',
  'level',
  'batch',
  'province',
  'course',
  'like',
  'listed',
  'others',
  'list',
] as const;
const courses = [
  ['continuous shrinkage', 'course_continuous'],
  ['turned', 'course_turned'],
  ['recovered', 'course_recovered'],
  ['no shrinkage', 'course_none'],
] as const;

interface GroupPickerProps {
  /** Places that were chosen, of which a list is made and whose like may be asked for. */
  readonly places: readonly Choice[];
  readonly onChoose: (group: string) => void;
}

/** Makes a group: by what, which one, of which level; or a list of the places that were chosen, under a name. */
export function GroupPicker({ places, onChoose }: GroupPickerProps) {
  const { w } = useSpeak();
  const meta = useMeta();
  const label = useClasses();
  const [kind, setKind] = useState<GroupKind>('type');
  const [value, setValue] = useState('');
  const [level, setLevel] = useState('');
  const [name, setName] = useState('');
  const levels = classIds(meta, 'level')
    .filter((id) => id !== 'country')
    .map((id) => ({ value: id, label: label('level', id) }));
  const values = useValues(kind, places, levels);
  const chosen = values.some((one) => one.value === value) ? value : (values[0]?.value ?? '');
  const group = keyOf({ kind, value: chosen, name, places, level: kind === 'like' ? '' : level });
  return (
    <div className="group-picker">
      <Select
        label={w('comparedGroupBy')}
        value={kind}
        choices={kinds.map((one) => ({ value: one, label: w(`groupKind_${one}`) }))}
        onChange={(one) => setKind(kinds.find((known) => known === one) ?? 'type')}
      />
      {values.length > 0 && (
        <Select label={w('comparedWhich')} value={chosen} choices={values} onChange={setValue} />
      )}
      {kind === 'list' && <TextField label={w('comparedListName')} value={name} onChange={setName} />}
      {kind !== 'like' && kind !== 'level' && (
        <Select
          label={w('level')}
          value={level}
          choices={[
            { value: '', label: kind === 'others' ? label('level', 'prefecture') : w('all') },
            ...levels,
          ]}
          onChange={setLevel}
        />
      )}
      <button
        type="button"
        className="plain"
        disabled={group === null}
        onClick={() => group !== null && onChoose(group)}
      >
        {w('comparedAddGroup')}
      </button>
    </div>
  );
}

function useValues(kind: GroupKind, places: readonly Choice[], levels: readonly Choice[]): readonly Choice[] {
  const { w } = useSpeak();
  const meta = useMeta();
  const label = useClasses();
  const provinces = useProvinces();
  const classes = (scheme: string) =>
    classIds(meta, scheme).map((id) => ({ value: id, label: label(scheme, id) }));
  switch (kind) {
    case 'type':
      return classes('official_type');
    case 'resource':
      return classes('resource');
    case 'level':
      return levels;
    case 'batch':
      return Object.keys(meta?.totals.byBatch ?? {}).map((n) => ({
        value: n,
        label: w('batchNumber', { n }),
      }));
    case 'province':
      return provinces;
    case 'course':
      return courses.map(([id, word]) => ({ value: id, label: w(word) }));
    case 'like':
      return places;
    default:
      return [];
  }
}

/** The group in the words of the address; null while something is missing. */
function keyOf(asked: {
  readonly kind: GroupKind;
  readonly value: string;
  readonly name: string;
  readonly places: readonly Choice[];
  readonly level: string;
}): string | null {
  const { kind, value, name, places, level } = asked;
  const at = level === '' ? '' : `@${level}`;
  if (kind === 'listed' || kind === 'others') return `${kind}${at}`;
  if (kind !== 'list') return value === '' ? null : `${kind}:${value}${at}`;
  // signs that divide the words of a group cannot be part of a name
  const plain = name.replace(/[,=+@:]/g, ' ').trim();
  return plain === '' || places.length === 0
    ? null
    : `list:${plain}=${places.map((one) => one.value).join('+')}${at}`;
}
