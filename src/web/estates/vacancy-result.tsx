import { useMemo, useState } from 'react';
import type { VacancyAnswer, VacancyRow } from '../../api/contract.js';
import type { Computed } from '../brought/use-tables.js';
import { steps } from '../charts/colours.js';
import { SaveButton } from '../exports/save-button.js';
import { offerFile } from '../exports/save-file.js';
import { formatShare, formatShareBound } from '../format.js';
import { useSpeak } from '../language.js';
import { IssueList } from '../parts/issue-list.js';
import { classColour, valueClasses } from '../zonal/classes.js';
import type { ReadLayer } from './geo-json.js';
import { layerOf } from './layer.js';
import { PlaceMap } from './place-map.js';
import { FindingDoor, WorkbookButton } from './result-doors.js';
import { cityCsv, vacancyCsv, vacancyGeoJson } from './vacancy-files.js';
import type { VacancyField } from './vacancy-form.js';
import { CellTable, CityRate, SourceTable } from './vacancy-sums.js';
import { VacancyTable } from './vacancy-table.js';

interface VacancyResultProps {
  readonly computed: Computed<VacancyAnswer, VacancyField>;
  /** Of the worked example. */
  readonly truth: number | null;
}

const path = '/api/vacancy';

/** How many homes stand empty: the city, doubts, map, estates, cells, sources. */
export function VacancyResult({ computed, truth }: VacancyResultProps) {
  const { w } = useSpeak();
  const { answer, texts, options } = computed;
  const { rows, issues } = answer;
  const [picked, setPicked] = useState<string | null>(null);
  const { places } = texts;
  const layer = useMemo(
    () => (places === undefined ? null : layerOf(places, options.placesCrs)),
    [places, options.placesCrs],
  );
  const known = useMemo(() => new Map(rows.map((row) => [row.estate, row])), [rows]);
  const placed = layer?.zones.filter(({ id }) => known.has(id)).length ?? 0;
  return (
    <>
      <CityRate answer={answer} truth={truth} />
      {issues.length > 0 && <IssueList issues={issues} />}
      <div className="zonal-choices">
        <SaveButton name="vacancy.csv" text={() => vacancyCsv(rows)}>
          {w('vacancyCsv')}
        </SaveButton>
        <SaveButton name="city.csv" text={() => cityCsv(answer)}>
          {w('vacancyCityCsv')}
        </SaveButton>
        <WorkbookButton {...{ computed, path }} name="vacancy.xlsx" />
        {layer !== null && (
          <button
            type="button"
            className="plain"
            onClick={() =>
              void vacancyGeoJson(rows, layer).then((text) => offerFile('vacancy.geojson', text))
            }
          >
            {w('estateGeoJson')}
          </button>
        )}
      </div>
      <FindingDoor
        {...{ computed, path }}
        about={w('vacancyFindingsText')}
        hasRate
        places={places && { places: places.text, ...(options.placesCrs && { crs: options.placesCrs }) }}
      />
      {layer !== null && (
        <>
          <VacancyMap {...{ rows, known, layer, picked }} onPick={setPicked} />
          {placed < rows.length && (
            <p className="quiet small" data-unplaced>
              {w('vacancyUnplaced', { n: rows.length - placed, all: rows.length })}
            </p>
          )}
        </>
      )}
      <section data-section="estates">
        <h2>{w('vacancyByEstate')}</h2>
        <VacancyTable rows={rows} picked={picked} onPick={setPicked} />
      </section>
      <CellTable cells={answer.cells} />
      <SourceTable calibration={answer.calibration} />
    </>
  );
}

interface VacancyMapProps {
  readonly rows: readonly VacancyRow[];
  readonly known: ReadonlyMap<string, VacancyRow>;
  readonly layer: ReadLayer;
  readonly picked: string | null;
  readonly onPick: (estate: string) => void;
}

function VacancyMap({ rows, known, layer, picked, onPick }: VacancyMapProps) {
  const { language, w } = useSpeak();
  const classes = useMemo(
    () =>
      valueClasses(
        rows.map(({ rate }) => rate && rate.mid),
        steps,
      ),
    [rows],
  );
  const lookOf = (estate: string) => {
    const row = known.get(estate);
    if (row?.suppressed) return { colour: null, isWithheld: true, text: w('vacancyWithheld') };
    if (row === undefined || row.rate === null) return { colour: null, text: w('vacancyUnknown') };
    return {
      colour: classColour(row.rate.mid, classes),
      text: formatShare(row.rate.mid, language, 1),
    };
  };
  const legend = [
    ...classes.map(({ from, to, colour }) => ({
      colour,
      text: `${formatShareBound(from, language)} – ${formatShareBound(to, language)}`,
    })),
    { colour: null, isWithheld: true, text: w('vacancyWithheld') },
    { colour: null, text: w('vacancyUnknown') },
  ];
  return (
    <PlaceMap
      {...{ zones: layer.zones, crs: layer.crs, lookOf, legend, picked, onPick }}
      label={w('vacancyMap')}
      what={w('vacancyRate')}
    />
  );
}
