import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import type { PlaceHint } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';

const none: readonly PlaceHint[] = [];

/** Finds a place by code, Chinese name or pinyin; arrow keys go through what was found, Enter takes it. */
export function PlaceSearch({ onChoose }: { readonly onChoose: (id: string) => void }) {
  const { w, t } = useSpeak();
  const label = useClasses();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(text.trim());
  const { answer } = useAnswer<readonly PlaceHint[]>(
    asked === '' ? null : pathOf('/api/places', { q: asked }),
  );
  const found = asked === '' ? none : (answer ?? none);
  const choose = (place: PlaceHint | undefined) => {
    if (place === undefined) return;
    onChoose(place.id);
    setText('');
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((old) => Math.max(0, Math.min(found.length - 1, old + step)));
    else if (event.key === 'Enter') choose(found[at]);
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
  };
  const open = found.length > 0;
  return (
    <div className="field place-search">
      <label htmlFor={id}>{w('comparedAddPlace')}</label>
      <input
        id={id}
        type="search"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        placeholder={w('searchHint')}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-found`} role="listbox" aria-label={w('comparedFound')} hidden={!open}>
        {found.map((place, number) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <li
            key={place.id}
            id={`${id}-${number}`}
            role="option"
            aria-selected={number === at}
            tabIndex={-1}
            data-place={place.id}
            onClick={() => choose(place)}
          >
            {t(place.name)}{' '}
            <span className="quiet">
              {place.adcode} {t(place.province)}, {label('level', place.level)}
              {place.listed ? '' : `, ${w('comparedOffList')}`}
            </span>
          </li>
        ))}
      </ul>
      <p className="unseen" role="status">
        {asked === '' || answer === null ? '' : w('comparedFoundCount', { n: found.length })}
      </p>
    </div>
  );
}
