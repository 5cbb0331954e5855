import type { ParcelAnswer, TreatmentAnswer } from '../../api/contract.js';
import type { Computed } from '../brought/use-tables.js';
import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import type { WordKey } from '../words.js';
import type { TreatmentField } from './example.js';
import { ResultFrame } from './result-frame.js';
import { tableCsv } from './tables-csv.js';

interface TreatmentResultProps {
  readonly computed: Computed<TreatmentAnswer, TreatmentField>;
  readonly path: string;
}

/** Areas and costs by treatment, and the parcels one by one with their reasons. */
export function TreatmentResult({ computed, path }: TreatmentResultProps) {
  const { language, w, t } = useSpeak();
  const { areas, parcels, rule, totalMu, labels, issues } = computed.answer;
  const amount = (value: number | null, digits = 0) => formatNumber(value, digits, language);
  const million = (yuan: number | null) => (yuan === null ? absent : amount(yuan / 1e6, 1));
  const named = (id: string) => (labels[id] === undefined ? id : t(labels[id]));
  return (
    <ResultFrame
      computed={computed}
      path={path}
      name="treatment"
      issues={issues}
      csv={['restoreParcelsCsv', 'parcels', () => parcelsCsv(parcels)]}
    >
      <section data-section="areas">
        <h2>{w('restoreAreas', { mu: amount(totalMu) })}</h2>
        <FigureTable
          name="areas"
          rows={areas}
          keyOf={({ treatment }) => treatment ?? 'undecided'}
          heads={[({ label }) => (label === null ? w('restoreUndecided') : t(label))]}
          titles={[w('restoreTreatmentOf')]}
          columns={[
            [w('restoreParcels'), (area) => amount(area.parcels)],
            [w('restoreMu'), ({ areaMu }) => amount(areaMu)],
            [
              w('restoreCost'),
              ({ low, high }) => (low === null ? absent : `${million(low)} – ${million(high)}`),
            ],
          ]}
        />
        <p className="quiet small">
          {w('restoreRule', {
            shallow: rule.shallowM,
            deep: rule.deepM,
            mm: rule.settlementMm,
            months: rule.months,
          })}
        </p>
      </section>
      <section data-section="parcels">
        <h2>{w('restoreEach')}</h2>
        <div className="sideways" data-table="parcels">
          <table>
            <thead>
              <tr>
                {(['restoreParcel', 'restoreTreatmentOf', 'restoreWhy', 'restoreConditions'] as const).map(
                  (word) => (
                    <th key={word} scope="col">
                      {w(word)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {parcels.map((parcel) => (
                <ParcelRow key={parcel.id} parcel={parcel} named={named} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </ResultFrame>
  );
}

const gaps = {
  depth: 'restoreGapDepth',
  stability: 'restoreGapStability',
  water_table: 'restoreGapWater',
} as const satisfies Record<ParcelAnswer['missing'][number], WordKey>;

interface ParcelRowProps {
  readonly parcel: ParcelAnswer;
  readonly named: (id: string) => string;
}

function ParcelRow({ parcel, named }: ParcelRowProps) {
  const { w, t } = useSpeak();
  const { id, label, possible, missing, later, conditions, reason } = parcel;
  const list = (words: readonly string[]) => words.join(w('restoreComma'));
  return (
    <tr data-row={id}>
      <th scope="row">{id}</th>
      <td>
        {label === null ? (
          <>
            <strong>{w('restoreUndecided')}</strong>
            {missing.length > 0 && (
              <small className="quiet">
                {' '}
                {w('restoreMissing', { gaps: list(missing.map((gap) => w(gaps[gap]))) })}{' '}
                {w('restorePossible', { treatments: list(possible.map(named)) })}
              </small>
            )}
          </>
        ) : (
          t(label)
        )}
        {later !== null && <small className="quiet"> {w('restoreLater', { treatment: named(later) })}</small>}
      </td>
      <td>{t(reason)}</td>
      <td>{list(conditions.map(named))}</td>
    </tr>
  );
}

function parcelsCsv(parcels: readonly ParcelAnswer[]): string {
  return tableCsv(parcels, [
    ['id', ({ id }) => id],
    ['area_mu', ({ areaMu }) => areaMu],
    ['depth_m', ({ depthM }) => depthM],
    ['settlement_mm', ({ settlementMm }) => settlementMm],
    ['treatment', ({ treatment }) => treatment],
    ['possible', ({ possible }) => possible.join(' ')],
    ['missing', ({ missing }) => missing.join(' ')],
    ['later', ({ later }) => later],
    ['conditions', ({ conditions }) => conditions.join(' ')],
    ['reason', ({ reason }) => reason.en],
    ['reason_zh', ({ reason }) => reason.zh],
  ]);
}
