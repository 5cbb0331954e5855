import { useMemo, useState } from 'react';
import type { LandAnswer, LandRow } from '../../api/contract.js';
import type { Computed } from '../brought/use-tables.js';
import { steps } from '../charts/colours.js';
import { SaveButton } from '../exports/save-button.js';
import { offerFile } from '../exports/save-file.js';
import { absent, formatNumber, formatShareBound, formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import { useMeta } from '../parts/classes.js';
import { IssueList } from '../parts/issue-list.js';
import { Select } from '../parts/select.js';
import { classColour, valueClasses } from '../zonal/classes.js';
import type { ReadLayer } from './geo-json.js';
import { landCsv, landGeoJson, landItemsCsv } from './land-files.js';
import type { LandField } from './land-form.js';
import { type LandAmount, landAmounts, landVerdicts, sortedPlots, verdictOf } from './land-looks.js';
import { layerOf } from './layer.js';
import { PlaceMap } from './place-map.js';
import { PlotItems } from './plot-items.js';
import { PlotTable } from './plot-table.js';
import { FindingDoor, WorkbookButton } from './result-doors.js';

const path = '/api/inefficient-land';

/** What the plots come to: totals, doubts, map, list, and the items of one plot. */
export function LandResult({ computed }: { readonly computed: Computed<LandAnswer, LandField> }) {
  const { w } = useSpeak();
  const { answer, texts, options } = computed;
  const { rows, issues } = answer;
  const [colour, setColour] = useState<'verdict' | LandAmount>('verdict');
  const [only, setOnly] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const layer = useMemo(
    () => (texts.plots === undefined ? null : layerOf(texts.plots, options.crs, options.plotId)),
    [texts.plots, options.crs, options.plotId],
  );
  const row = rows.find(({ plot }) => plot === picked) ?? null;
  const shown = only === '' ? rows : rows.filter((one) => verdictOf(one) === only);
  return (
    <>
      <LandTotals answer={answer} />
      {issues.length > 0 && <IssueList issues={issues} />}
      <div className="zonal-choices">
        <Select
          label={w('zonalColour')}
          value={colour}
          choices={[
            { value: 'verdict', label: w('landVerdict') },
            ...landAmounts.map(({ name, word }) => ({ value: name, label: w(word) })),
          ]}
          onChange={(value) => setColour(value as 'verdict' | LandAmount)}
        />
        <Select
          label={w('landShow')}
          value={only}
          choices={[
            { value: '', label: w('all') },
            ...landVerdicts
              .filter(({ verdict }) => rows.some((one) => verdictOf(one) === verdict))
              .map(({ verdict, word }) => ({ value: verdict, label: w(word) })),
          ]}
          onChange={setOnly}
        />
        {layer !== null && <LandFiles rows={rows} layer={layer} />}
        <WorkbookButton {...{ computed, path }} name="inefficient-land.xlsx" />
      </div>
      <FindingDoor {...{ computed, path }} about={w('landFindingsText')} />
      {layer !== null && <LandMap {...{ rows, layer, colour, picked }} onPick={setPicked} />}
      {row !== null && <PlotItems row={row} />}
      <PlotTable
        rows={sortedPlots(shown, colour === 'verdict' ? 'score' : colour)}
        picked={picked}
        onPick={setPicked}
      />
    </>
  );
}

function LandTotals({ answer: { summary } }: { readonly answer: LandAnswer }) {
  const { language, w } = useSpeak();
  const hectares = (value: number) => formatNumber(value / 10_000, 1, language);
  return (
    <>
      <p data-section="totals">
        {w('landTotals', {
          plots: summary.plots,
          area: hectares(summary.areaM2),
          judged: summary.judged,
          inefficient: summary.inefficient,
          badArea: hectares(summary.inefficientM2),
          old: summary.oldEstates,
          villages: summary.urbanVillages,
        })}
      </p>
      <p className="quiet small">
        {summary.plane === null ? w('landEqualArea') : w('landPlane', { plane: summary.plane })}
      </p>
    </>
  );
}

function LandFiles({ rows, layer }: { readonly rows: readonly LandRow[]; readonly layer: ReadLayer }) {
  const { w } = useSpeak();
  const meta = useMeta();
  const label = (scheme: string, id: string) => meta?.classes[scheme]?.[id]?.zh ?? id;
  return (
    <>
      <SaveButton name="plots.csv" text={() => landCsv(rows, label)}>
        {w('landCsv')}
      </SaveButton>
      <SaveButton name="items.csv" text={() => landItemsCsv(rows, label)}>
        {w('landItemsCsv')}
      </SaveButton>
      <button
        type="button"
        className="plain"
        onClick={() => void landGeoJson(rows, layer, label).then((text) => offerFile('plots.geojson', text))}
      >
        {w('estateGeoJson')}
      </button>
    </>
  );
}

interface LandMapProps {
  readonly rows: readonly LandRow[];
  readonly layer: ReadLayer;
  readonly colour: 'verdict' | LandAmount;
  readonly picked: string | null;
  readonly onPick: (plot: string) => void;
}

function LandMap({ rows, layer, colour, picked, onPick }: LandMapProps) {
  const { language, w } = useSpeak();
  const byPlot = useMemo(() => new Map(rows.map((row) => [row.plot, row])), [rows]);
  const classes = useMemo(
    () =>
      colour === 'verdict'
        ? []
        : valueClasses(
            rows.map((row) => row[colour]),
            steps,
          ),
    [rows, colour],
  );
  const amount = landAmounts.find(({ name }) => name === colour);
  const what = w(amount?.word ?? 'landVerdict');
  const shown = (value: number) =>
    amount?.isShare ? formatShareBound(value, language) : formatShort(value, language);
  const lookOf = (plot: string) => {
    const row = byPlot.get(plot);
    if (row === undefined) return { colour: null, text: absent };
    if (colour === 'verdict') {
      const look = landVerdicts.find(({ verdict }) => verdict === verdictOf(row));
      return { colour: look?.colour ?? null, text: look === undefined ? absent : w(look.word) };
    }
    const value = row[colour];
    return {
      colour: classColour(value, classes),
      text: value === null ? absent : shown(value),
    };
  };
  const legend =
    colour === 'verdict'
      ? landVerdicts
          .filter(({ verdict }) => rows.some((row) => verdictOf(row) === verdict))
          .map((look) => ({ colour: look.colour, text: w(look.word) }))
      : [
          ...classes.map(({ from, to, colour: one }) => ({
            colour: one,
            text: `${shown(from)} – ${shown(to)}`,
          })),
          { colour: null, text: w('noData') },
        ];
  return (
    <PlaceMap
      {...{ zones: layer.zones, crs: layer.crs, lookOf, what, legend, picked, onPick }}
      label={w('landMap', { what })}
    />
  );
}
