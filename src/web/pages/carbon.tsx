import { useState } from 'react';
import { type Asked as Answered, pathOf, useAnswer, usePost } from '../api.js';
import { type Asked, askedOf, type CarbonRow, hasEmissions } from '../carbon/asked.js';
import { carbonCsv, yearsCsv } from '../carbon/carbon-csv.js';
import { CarbonControls } from '../carbon/controls.js';
import { carbonColumns, exampleTable } from '../carbon/example.js';
import { Lacking } from '../carbon/lacking.js';
import { PlaceDetail } from '../carbon/place-detail.js';
import { PlaceList, PlaceName } from '../carbon/place-list.js';
import { SaveButton } from '../exports/save-button.js';
import { readCsv } from '../laboratory/csv.js';
import { useSpeak } from '../language.js';
import { useMeta } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { MethodLinks } from '../parts/method-links.js';
import { ParameterList } from '../parts/parameter-list.js';
import { Skeleton } from '../parts/skeleton.js';
import { type NamedText, TableField } from '../parts/table-field.js';
import { useTitle } from '../parts/title.js';
import { navigate, useAddress, withQuery } from '../router.js';

const methods = [
  ['carbon/lmdi', 'method_lmdi'],
  ['carbon/kaya', 'method_kaya'],
  ['carbon/tapio', 'method_tapio'],
  ['carbon/peak', 'method_peak'],
  ['change/mann-kendall', 'kendallWord'],
  ['change/sen-slope', 'method_sen'],
] as const;

/** Emissions of places: drivers, decoupling and peak, from what is imported or from a table that the reader brings. */
export function Carbon() {
  const { language, w } = useSpeak();
  const asked = askedOf(useAddress().query);
  const [table, setTable] = useState<NamedText | null>(null);
  const found = useCarbon(asked, table?.text ?? null);
  useTitle(w('carbonTitle'));
  const open = (given: NamedText) => {
    setTable(given);
    navigate(withQuery({ own: 'yes', city: null, ...yearsIn(given.text) }), true);
  };
  const isExample = table?.name === '';
  return (
    <div className="reading wide-reading carbon">
      <h1>{w('carbonTitle')}</h1>
      <p>{w('carbonText')}</p>
      <CarbonControls asked={asked} />
      {asked.own && (
        <TableField label={w('carbonFile')} about={w('carbonFormText')} onTable={open}>
          <SaveButton name="carbon-form.csv" text={() => `${carbonColumns}\r\n`}>
            {w('carbonForm')}
          </SaveButton>
          <button
            type="button"
            className="plain"
            onClick={() => open({ name: '', text: exampleTable(language === 'zh') })}
          >
            {w('carbonExample')}
          </button>
        </TableField>
      )}
      {asked.own && table !== null && (
        <p className={isExample ? 'remark' : 'quiet small'}>
          {isExample ? w('carbonExampleOpen') : w('carbonReading', { name: table.name })}
        </p>
      )}
      <Found asked={asked} found={found} isWaiting={asked.own && table === null} />
      <section>
        <h2>{w('carbonRules')}</h2>
        <ParameterList isUsed={(id) => /^(tapio|peak)_/.test(id)} />
        <MethodLinks pages={methods} />
      </section>
    </div>
  );
}

/** Rows of the workspace, all cities at once, or those of the reader's table. */
function useCarbon(asked: Asked, table: string | null): Answered<readonly CarbonRow[]> {
  const { own, from, to, chained, interval } = asked;
  const path = pathOf('/api/analyse/carbon', { from, to, interval, chained: chained ? 'true' : null });
  const ofWorkspace = useAnswer<readonly CarbonRow[]>(own ? null : path);
  const body = own && table !== null ? { table, from, to, interval, chained } : null;
  const ofTable = usePost<readonly CarbonRow[]>('/api/analyse/carbon', body);
  return own ? ofTable : ofWorkspace;
}

interface FoundProps {
  readonly asked: Asked;
  readonly found: Answered<readonly CarbonRow[]>;
  /** Whether the reader has yet to bring a table. */
  readonly isWaiting: boolean;
}

function Found({ asked, found, isWaiting }: FoundProps) {
  const { w } = useSpeak();
  const { answer, error, busy, retry } = found;
  if (isWaiting) return null;
  if (error !== null) return <ErrorNote error={error} retry={retry} />;
  if (answer === null) return <Skeleton height={640} />;
  const known = answer.filter(hasEmissions);
  const place = asked.place ?? known[0]?.place ?? null;
  const own = known.filter((row) => row.place === place);
  const years = { from: asked.from, to: asked.to };
  return (
    <div className={busy ? 'busy' : undefined} aria-busy={busy}>
      {known.length === 0 && (
        <p className="note">
          {w('carbonNothing', years)}{' '}
          {!asked.own && <Link to={withQuery({ own: 'yes' })}>{w('carbonTryTable')}</Link>}
        </p>
      )}
      {own.length > 0 ? (
        <Place rows={own} isOwn={asked.own} />
      ) : (
        <Without
          rows={answer.filter((row) => row.place === place)}
          years={years}
          isAlone={known.length > 0}
        />
      )}
      {known.length > 0 && <Results rows={known} place={place} />}
      {!asked.own && <Lacking rows={answer} />}
    </div>
  );
}

/** The place in view with all of its inventories. */
function Place({ rows, isOwn }: { readonly rows: readonly CarbonRow[]; readonly isOwn: boolean }) {
  const { w } = useSpeak();
  const catalog = useMeta()?.catalog.hash ?? '';
  const row = rows[0] as CarbonRow;
  return (
    <section data-detail={row.place}>
      <div className="section-head">
        <h2>
          <PlaceName row={row} /> {row.from}–{row.to}
        </h2>
        {!isOwn && <Link to={`/city/${encodeURIComponent(row.place)}`}>{w('toCityPage')}</Link>}
        <SaveButton name="carbon-years.csv" text={() => yearsCsv(rows, catalog)}>
          {w('downloadSteps')}
        </SaveButton>
      </div>
      <PlaceDetail rows={rows} />
    </section>
  );
}

/** A city that was asked for and has no inventory. */
function Without({
  rows,
  years,
  isAlone,
}: {
  readonly rows: readonly CarbonRow[];
  readonly years: Readonly<Record<'from' | 'to', string>>;
  readonly isAlone: boolean;
}) {
  const { w, t } = useSpeak();
  const [row] = rows;
  if (row?.name === undefined) return null;
  return (
    <p className={isAlone ? 'note' : undefined} data-without={row.place}>
      {w('carbonNothingFor', { city: t(row.name), ...years })}{' '}
      <Link to={`/city/${encodeURIComponent(row.place)}`}>{w('toCityPage')}</Link>
    </p>
  );
}

function Results({ rows, place }: { readonly rows: readonly CarbonRow[]; readonly place: string | null }) {
  const { w } = useSpeak();
  const catalog = useMeta()?.catalog.hash ?? '';
  const choose = (city: string) => {
    navigate(withQuery({ city }));
    document.querySelector('.carbon')?.scrollIntoView();
  };
  return (
    <>
      <PlaceList rows={rows} chosen={place} onChoose={choose} />
      <p>
        <SaveButton name="carbon.csv" text={() => carbonCsv(rows, catalog)}>
          {w('downloadResults')}
        </SaveButton>
      </p>
    </>
  );
}

/** First and last year of a table, where it has a column of years; else the years stay. */
function yearsIn(text: string): Record<string, string> {
  const [heading = [], ...rows] = readCsv(text);
  const column = heading.findIndex((cell) => cell.trim() === 'year');
  const years = rows.map((row) => Number(row[column])).filter((year) => Number.isInteger(year) && year > 0);
  if (years.length === 0) return {};
  return { from: String(Math.min(...years)), to: String(Math.max(...years)) };
}
