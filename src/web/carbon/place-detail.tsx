import { lazy, Suspense, useMemo } from 'react';
import { formatIn, formatNumber, formatPersons, type ShownUnit } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { Fact, useNumbers } from '../parts/facts.js';
import { FlagSign } from '../parts/flag-sign.js';
import { IssueList } from '../parts/issue-list.js';
import { MaybeNumber } from '../parts/number.js';
import { Opening } from '../parts/opening.js';
import { useCatalog } from '../parts/units.js';
import { type CarbonRow, type CarbonSide, sidesOf } from './asked.js';
import { Bridge } from './bridge.js';
import { Plane } from './plane.js';

const Trend = lazy(async () => ({ default: (await import('../charts/trend.js')).Trend }));

/** Everything on one place: a column for each inventory and side, next to each other and never added. */
export function PlaceDetail({ rows }: { readonly rows: readonly CarbonRow[] }) {
  const { w } = useSpeak();
  const columns = rows.flatMap((row) => sidesOf(row).map((one) => ({ row, ...one })));
  return (
    <>
      {columns.length > 1 && <p className="quiet small">{w('neverMixed')}</p>}
      <div className="inventories">
        {columns.map(({ row, side, isConsumption }) => (
          <Inventory
            key={`${row.inventory} ${isConsumption}`}
            row={row}
            side={side}
            isConsumption={isConsumption}
          />
        ))}
      </div>
      <IssueList
        issues={rows.flatMap(({ issues }) => issues).filter(({ code }) => code !== 'ANALYSIS_MISSING')}
      />
    </>
  );
}

interface InventoryProps {
  readonly row: CarbonRow;
  readonly side: CarbonSide;
  readonly isConsumption: boolean;
}

/** Name of an inventory or of an output: the catalog's, else as the table has it. */
export function useFigureName(): (id: string) => string {
  const { w, t } = useSpeak();
  const indicators = useCatalog().answer?.indicators;
  return (id) => {
    const found = indicators?.find((one) => one.id === id);
    return found === undefined ? (id === 'table' ? w('inventoryTable') : id) : t(found.label);
  };
}

function Inventory({ row, side, isConsumption }: InventoryProps) {
  const { w } = useSpeak();
  const nameOf = useFigureName();
  const unit = useFigureUnit(row);
  const bounds = useBounds();
  const value = (year: number) => {
    const found = row.years.find((one) => one.year === year);
    return (isConsumption ? found?.co2Consumption : found?.co2) ?? null;
  };
  const points = useMemo(
    () =>
      Array.from({ length: row.to - row.from + 1 }, (_, at) => {
        const one = row.years.find(({ year }) => year === row.from + at);
        const co2 = (isConsumption ? one?.co2Consumption : one?.co2) ?? null;
        return { period: String(row.from + at), value: co2 === null ? null : co2 / unit.factor };
      }),
    [row, isConsumption, unit],
  );
  const name = nameOf(row.inventory);
  const path = isConsumption ? 'consumption/' : '';
  const title =
    row.consumption === null ? name : `${name} · ${w(isConsumption ? 'sideConsumption' : 'sideProduction')}`;
  return (
    <section
      className="inventory"
      data-inventory={row.inventory}
      data-side={isConsumption ? 'consumption' : 'production'}
    >
      <h3>{title}</h3>
      <div>
        <Verdict row={row} side={side} path={path} />
      </div>
      <div>
        <h4>{w('emissionsByYear')}</h4>
        <Suspense fallback={<div className="trend-chart" />}>
          <Trend points={points} unit={unit.label} digits={unit.digits} label={title} />
        </Suspense>
      </div>
      <div>
        <h4>
          {w('driversWord')} {row.chained && <span className="tag">{w('driversChained')}</span>}
        </h4>
        <Bridge
          side={side}
          from={row.from}
          to={row.to}
          first={value(row.from)}
          last={value(row.to)}
          unit={unit}
          row={row}
          path={path}
        />
        <TrendTest side={side} unit={unit} />
      </div>
      <div>
        <h4>{w('planeWord')}</h4>
        <Plane steps={side.steps} bounds={bounds} />
        <Opening title={w('stepsWord')} name={`steps-${row.inventory}-${isConsumption}`}>
          {() => <Steps steps={side.steps} />}
        </Opening>
      </div>
    </section>
  );
}

/** Bounds of coupling in the catalog; until it is read, nothing is drawn between them. */
function useBounds(): readonly [number, number] {
  const parameters = useCatalog().answer?.parameters;
  const of = (id: string) => parameters?.find((one) => one.id === id)?.value ?? 0;
  return [of('tapio_coupling_low'), of('tapio_coupling_high')];
}

/** Unit of the emissions: of an inventory of the catalog the one readers expect, none for a table, which may use any. */
function useFigureUnit(row: CarbonRow): ShownUnit {
  const { language, t } = useSpeak();
  const catalog = useCatalog().answer;
  const largest = Math.max(0, ...row.years.map(({ co2 }) => co2 ?? 0));
  return useMemo(() => {
    const own = catalog?.indicators.find(({ id }) => id === row.inventory)?.unit;
    const unitOf = (id: string | undefined) => catalog?.units.find((one) => one.id === id);
    const shown = own === 't' ? unitOf(language === 'zh' ? '10_thousand_t' : 'Mt') : unitOf(own);
    if (shown === undefined) return { label: '', factor: 1, digits: digitsOf(largest) };
    const factor = shown.factor / (unitOf(own)?.factor ?? 1);
    return { label: t(shown.label), factor, digits: digitsOf(largest / factor) };
  }, [catalog, row.inventory, largest, language, t]);
}

/** Digits after the point that leave three or four in all. */
function digitsOf(largest: number): number {
  if (largest < 1) return 3;
  if (largest < 100) return 2;
  return largest < 1000 ? 1 : 0;
}

/** What it comes to: peak status and decoupling of the whole span, with what must stand beside them. */
function Verdict({
  row,
  side,
  path,
}: {
  readonly row: CarbonRow;
  readonly side: CarbonSide;
  /** Where the side stands in the row: nothing, or `consumption/`. */
  readonly path: string;
}) {
  const { language, w } = useSpeak();
  const label = useClasses();
  const nameOf = useFigureName();
  const { signedPercent, share, plain } = useNumbers();
  const { tapio, peak, peakYear, passiveShare } = side;
  const people = row.populationPercent;
  const last = row.years.findLast(({ population }) => population !== null)?.population ?? null;
  const fell = tapio.co2Percent !== null && tapio.co2Percent < 0;
  return (
    <dl className="facts">
      <Fact name={w('peakWord')} of="peak">
        <b>{label('peak_status', peak)}</b>{' '}
        {peakYear !== null && <span className="quiet">{w('peakYearWord', { year: peakYear })}</span>}
        {peak === 'peaked, passive decline' && (
          <span className="note-line caveat">
            <FlagSign /> {w('passiveNote', { share: share(passiveShare, 0) })}
          </span>
        )}
      </Fact>
      <Fact name={w('decouplingWord')} of="state">
        <b>{tapio.state === null ? w('noData') : label('tapio_state', tapio.state)}</b>{' '}
        <span className="quiet">
          {w('elasticityWord')}{' '}
          <MaybeNumber row={row} path={`${path}tapio/elasticity`}>
            {plain(tapio.elasticity)}
          </MaybeNumber>
        </span>
        {tapio.state?.startsWith('recessive') === true && (
          <span className="note-line caveat">
            <FlagSign /> {w('recessiveNote')}
          </span>
        )}
      </Fact>
      <Fact name={w('co2Change')} of="co2">
        <MaybeNumber row={row} path={`${path}tapio/co2Percent`}>
          {signedPercent(tapio.co2Percent)}
        </MaybeNumber>
        {fell && people !== null && people < 0 && (
          <span className="note-line caveat">
            <FlagSign /> {w('shrinkingNote', { n: `${formatNumber(-people, 1, language)} %` })}
          </span>
        )}
      </Fact>
      <Fact name={w('outputChange')} of="gdp">
        <MaybeNumber row={row} path={`${path}tapio/gdpPercent`}>
          {signedPercent(tapio.gdpPercent)}
        </MaybeNumber>{' '}
        {row.gdp !== 'table' && <span className="note-line quiet">{nameOf(row.gdp)}</span>}
      </Fact>
      <Fact name={w('peopleChange')} of="people">
        <MaybeNumber row={row} path="populationPercent">
          {signedPercent(people)}
        </MaybeNumber>{' '}
        {row.gdp !== 'table' && <span className="quiet">{formatPersons(last, language)}</span>}
      </Fact>
    </dl>
  );
}

function Steps({ steps }: { readonly steps: CarbonSide['steps'] }) {
  const { w } = useSpeak();
  const label = useClasses();
  const { signedPercent, plain } = useNumbers();
  return (
    <div className="sideways">
      <table>
        <thead>
          <tr>
            <th scope="col">{w('yearsWord')}</th>
            <th scope="col" className="amount">
              {w('co2Change')}
            </th>
            <th scope="col" className="amount">
              {w('outputChange')}
            </th>
            <th scope="col" className="amount">
              {w('elasticityWord')}
            </th>
            <th scope="col">{w('decouplingWord')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.to} data-step={step.to}>
              <th scope="row">
                {step.from}–{step.to}
              </th>
              <td className="amount">{signedPercent(step.co2Percent)}</td>
              <td className="amount">{signedPercent(step.gdpPercent)}</td>
              <td className="amount">{plain(step.elasticity)}</td>
              <td>{step.state === null ? w('noData') : label('tapio_state', step.state)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TrendTest({ side, unit }: { readonly side: CarbonSide; readonly unit: ShownUnit }) {
  const { language, w } = useSpeak();
  const { plain } = useNumbers();
  const { z, p, n, senSlope } = side.mannKendall;
  const slope = formatIn(senSlope, { ...unit, digits: unit.digits + 1 }, language);
  return (
    <>
      <h4>{w('trendWord')}</h4>
      <dl className="facts">
        <Fact name={w('kendallWord')} of="kendall">
          {w('kendallText', { z: plain(z), p: p !== null && p < 0.001 ? '< 0.001' : plain(p, 3), n })}
        </Fact>
        <Fact name={w('senWord')} of="sen">
          {senSlope !== null && senSlope > 0 && '+'}
          {slope} {senSlope !== null && unit.label}
        </Fact>
      </dl>
    </>
  );
}
