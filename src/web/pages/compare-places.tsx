import { useMemo, useState } from 'react';
import type { CatalogAnswer, PlacesComparison } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { changeThings, pathOfThings, thingsOf } from '../compare/asked.js';
import { Chips } from '../compare/chips.js';
import { GroupPicker } from '../compare/group-picker.js';
import { MeasureSection } from '../compare/measure-section.js';
import { PlaceSearch } from '../compare/place-search.js';
import { placesCsv } from '../compare/places-csv.js';
import { SaveButton } from '../exports/save-button.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { Select } from '../parts/select.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { useCatalog } from '../parts/units.js';
import { navigate, useAddress, withQuery } from '../router.js';

/** Any places and groups side by side, in one or several indicators and indices; all of it stands in the address. */
export function ComparePlaces() {
  const { w } = useSpeak();
  const { query } = useAddress();
  const path = pathOfThings(thingsOf(query));
  const { answer, error, busy, retry } = useAnswer<PlacesComparison>(path);
  useTitle(w('comparedTitle'));
  return (
    <div className="reading wide-reading compared">
      <h1>{w('comparedTitle')}</h1>
      <p>
        {w('comparedText')} <Link to="/compare">{w('comparedFixed')}</Link>
      </p>
      <Pickers answer={path === null ? null : answer} />
      {path === null && <p className="empty">{w('comparedNothing')}</p>}
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {path !== null && answer === null && error === null && <Skeleton height={480} />}
      {path !== null && answer !== null && error === null && (
        <div className={busy ? 'busy' : undefined} aria-busy={busy}>
          <Results answer={answer} />
        </div>
      )}
    </div>
  );
}

function Pickers({ answer }: { readonly answer: PlacesComparison | null }) {
  const { w, t } = useSpeak();
  const { query } = useAddress();
  const things = thingsOf(query);
  const names = useNames(answer);
  const catalog = useCatalog().answer;
  const without = (list: readonly string[], one: string) => list.filter((other) => other !== one);
  const withOne = (list: readonly string[], one: string) => (list.includes(one) ? list : [...list, one]);
  const chips = (list: readonly string[]) =>
    list.map((value) => ({ value, label: names.get(value) ?? value }));
  const measures = measuresOf(catalog).map(({ id, label }) => ({ value: id, label: t(label) }));
  return (
    <div className="compared-pickers">
      <fieldset>
        <legend>{w('comparedPlaces')}</legend>
        <Chips
          label={w('comparedPlaces')}
          chips={chips(things.places)}
          onRemove={(one) => changeThings(things, { places: without(things.places, one) })}
        />
        <PlaceSearch onChoose={(one) => changeThings(things, { places: withOne(things.places, one) })} />
      </fieldset>
      <fieldset>
        <legend>{w('comparedGroups')}</legend>
        <Chips
          label={w('comparedGroups')}
          chips={chips(things.groups)}
          onRemove={(one) => changeThings(things, { groups: without(things.groups, one) })}
        />
        <GroupPicker
          places={chips(things.places)}
          onChoose={(one) => changeThings(things, { groups: withOne(things.groups, one) })}
        />
      </fieldset>
      <fieldset>
        <legend>{w('comparedMeasures')}</legend>
        <Chips
          label={w('comparedMeasures')}
          chips={things.measures.map((value) => {
            return { value, label: measures.find((one) => one.value === value)?.label ?? value };
          })}
          onRemove={(one) => changeThings(things, { measures: without(things.measures, one) })}
        />
        <Select
          label={w('comparedAddMeasure')}
          value=""
          choices={[{ value: '', label: w('comparedChoose') }, ...measures]}
          onChange={(one) => one !== '' && changeThings(things, { measures: withOne(things.measures, one) })}
        />
      </fieldset>
    </div>
  );
}

/** Indices first: they are what most readers compare. */
function measuresOf(catalog: CatalogAnswer | null) {
  return catalog === null ? [] : [...catalog.indices, ...catalog.indicators];
}

/** Names of places and groups, kept from one answer to the next: a chip must not lose its name while a question is asked. */
function useNames(answer: PlacesComparison | null): ReadonlyMap<string, string> {
  const { t } = useSpeak();
  const [known, setKnown] = useState<readonly (readonly [string, { en: string; zh: string }])[]>([]);
  const [seen, setSeen] = useState<PlacesComparison | null>(null);
  if (answer !== null && answer !== seen) {
    setSeen(answer);
    const found = [
      ...answer.places.map(({ id, name }) => [id, name] as const),
      ...answer.groups.map(({ group, label }) => [group, label] as const),
    ];
    setKnown([...new Map([...known, ...found])]);
  }
  return useMemo(() => new Map(known.map(([key, label]) => [key, t(label)])), [known, t]);
}

function Results({ answer }: { readonly answer: PlacesComparison }) {
  const { w } = useSpeak();
  const { query } = useAddress();
  const each = query.get('view') === 'each';
  return (
    <>
      <div className="compared-bar">
        <button
          type="button"
          className="plain"
          aria-pressed={each}
          onClick={() => navigate(withQuery({ view: each ? null : 'each' }), true)}
        >
          {w('comparedEach')}
        </button>
        <SaveButton name="afterlode-compare.csv" text={() => placesCsv(answer)}>
          {w('download')}
        </SaveButton>
      </div>
      <p className="quiet small">{w('comparedRead')}</p>
      {answer.measures.map((measure) => (
        <MeasureSection key={measure.id} answer={answer} measure={measure} each={each} />
      ))}
    </>
  );
}
