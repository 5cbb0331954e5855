import { useId } from 'react';
import { areaKinds, isRole, roles } from '../../access/index.js';
import type { CityAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import { roleWord } from './roles.js';

/** A role, and where it is to hold. */
export interface RoleChoice {
  /** Empty: none. */
  readonly role: string;
  /** `all`, or a city or province as somebody names it. */
  readonly area: string;
}

export const noRole: RoleChoice = { role: '', area: 'all' };

interface RoleFieldsProps {
  readonly choice: RoleChoice;
  readonly onChange: (choice: RoleChoice) => void;
  readonly label: string;
}

/** Chooses a role and its place; roles that hold everywhere ask for none. */
export function RoleFields({ choice, onChange, label }: RoleFieldsProps) {
  const { w } = useSpeak();
  const kinds: readonly string[] = isRole(choice.role) ? areaKinds[choice.role] : ['all'];
  const isPlaced = kinds.some((kind) => kind !== 'all');
  const choose = (role: string) => {
    const allowed: readonly string[] = isRole(role) ? areaKinds[role] : ['all'];
    onChange({ role, area: allowed.includes('all') ? 'all' : '' });
  };
  return (
    <>
      <Select
        label={label}
        value={choice.role}
        choices={[
          { value: '', label: w('noFirstRole') },
          ...roles.map((role) => ({ value: role, label: roleWord(role, w) })),
        ]}
        onChange={choose}
      />
      {isPlaced && (
        <PlaceField
          value={choice.area === 'all' ? '' : choice.area}
          provinces={kinds.includes('province')}
          cities={kinds.includes('city')}
          onChange={(area) =>
            onChange({ ...choice, area: area === '' && kinds.includes('all') ? 'all' : area })
          }
        />
      )}
    </>
  );
}

interface PlaceFieldProps {
  readonly value: string;
  readonly provinces: boolean;
  readonly cities: boolean;
  readonly onChange: (value: string) => void;
}

/** A city or province by name or code, with proposals from the register while it is typed; the server knows the others too. */
function PlaceField({ value, provinces, cities, onChange }: PlaceFieldProps) {
  const { t, w } = useSpeak();
  const { answer } = useAnswer<readonly CityAnswer[]>('/api/cities');
  const list = useId();
  const known = answer ?? [];
  const proposed = [
    ...(provinces ? new Set(known.map(({ province }) => t(province))) : []),
    ...(cities ? new Set(known.map(({ name }) => t(name))) : []),
  ];
  return (
    <>
      <TextField label={w('area')} value={value} onChange={onChange} list={list} hint={w('areaHint')} />
      <datalist id={list}>
        {proposed.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
