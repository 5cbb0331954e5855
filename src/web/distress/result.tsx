import { useState } from 'react';
import type { DistressAnswer } from '../../api/contract.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import { MoreButton } from '../parts/more-button.js';
import { countiesCsv } from './csv.js';
import { DistressPicture, rankedOf } from './picture.js';

const step = 30;

/** Classes with how many counties stay in them, the picture of all intervals, and the counties from the worst. */
export function DistressResult({ answer }: { readonly answer: DistressAnswer }) {
  const { language, w, t } = useSpeak();
  const ranked = rankedOf(answer.places);
  const missing = answer.places.length - ranked.length;
  const count = (value: number) => formatNumber(value, 0, language);
  return (
    <>
      <section data-section="classes">
        <h2>{w('distressClasses')}</h2>
        <p className="quiet small">
          {w(answer.measured ? 'distressRuns' : 'distressRunsWeights', {
            runs: count(answer.options.runs),
            spread: formatShare(answer.options.spread, language, 0),
          })}
        </p>
        <FigureTable
          name="classes"
          rows={answer.classes}
          keyOf={({ id }) => id}
          heads={[({ label }) => t(label)]}
          titles={[w('distressStatus')]}
          columns={[
            [w('distressCounties'), ({ counties }) => count(counties)],
            [w('distressSettled'), ({ settled }) => count(settled)],
          ]}
        />
        {missing > 0 && <p className="quiet">{w('distressMissing', { n: missing })}</p>}
      </section>
      <section data-section="picture">
        <h2>{w('distressIntervals')}</h2>
        <DistressPicture answer={answer} />
      </section>
      <Counties answer={answer} />
    </>
  );
}

function Counties({ answer }: { readonly answer: DistressAnswer }) {
  const { language, w, t } = useSpeak();
  const [most, setMost] = useState(step);
  const ranked = rankedOf(answer.places);
  const labels = new Map(answer.classes.map(({ id, label }) => [id, t(label)]));
  const label = (id: string | null) => (id === null ? '—' : (labels.get(id) ?? id));
  const ends = (interval: readonly (string | null)[] | null) =>
    [...new Set(interval ?? [])].map(label).join('–');
  return (
    <section data-section="counties">
      <h2>{w('distressFromWorst')}</h2>
      <FigureTable
        name="counties"
        rows={ranked.slice(0, most)}
        keyOf={({ place }) => place}
        heads={[({ place, name }) => name ?? place]}
        titles={[w('distressPlace')]}
        columns={[
          [w('distressRank'), ({ rank }) => formatNumber(rank, 0, language)],
          [w('distressInterval'), ({ rankInterval }) => rankInterval.join('–')],
          [w('distressIndex'), ({ index }) => formatNumber(index, 3, language)],
          [w('distressStatus'), ({ status }) => label(status), 'words'],
          [w('distressEnds'), ({ statusInterval }) => ends(statusInterval), 'words'],
          ...(answer.thresholdsOf === null
            ? []
            : [
                [
                  w('distressBefore', { day: answer.thresholdsOf }),
                  ({ byThresholds }: (typeof ranked)[number]) => label(byThresholds),
                  'words',
                ] as const,
              ]),
        ]}
      />
      <div className="zonal-choices">
        <MoreButton all={ranked.length} most={most} step={step} onMost={setMost} />
        <SaveButton name="counties.csv" text={() => countiesCsv(answer)}>
          {w('distressCsv')}
        </SaveButton>
      </div>
    </section>
  );
}
