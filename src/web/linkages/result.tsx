import type { LinkagesAnswer } from '../../api/contract.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import { lostCsv, sectorsCsv } from './csv.js';
import { QuadrantScatter } from './scatter.js';

type Sector = LinkagesAnswer['sectors'][number];

/** Sectors as picture and table, and what is lost where one stops. */
export function LinkagesResult(props: { readonly answer: LinkagesAnswer; readonly extract: string }) {
  const { answer, extract } = props;
  const { language, w, t } = useSpeak();
  const nameOf = ({ sector, name }: Sector) => (name === null ? sector : t(name));
  const sectors = answer.sectors.toSorted((a, b) => (b.influence ?? -1) - (a.influence ?? -1));
  const figure = (value: number | null) => formatNumber(value, 3, language);
  return (
    <>
      <section data-section="sectors">
        <h2>{w('linkagesQuadrants')}</h2>
        <QuadrantScatter sectors={answer.sectors} chosen={extract} nameOf={nameOf} />
        <p className="quiet small">{w('linkagesSortNote')}</p>
        <FigureTable
          name="sectors"
          rows={sectors}
          keyOf={({ sector }) => sector}
          heads={[nameOf]}
          titles={[w('linkagesSector')]}
          columns={[
            [w('linkagesInfluence'), ({ influence }) => figure(influence)],
            ...(answer.delta === null
              ? []
              : [[w('linkagesRange'), (one: Sector) => rangeText(one.influenceRange, figure)] as const]),
            [w('linkagesSensitivity'), ({ sensitivity }) => figure(sensitivity)],
            [w('linkagesBackward'), ({ backward }) => figure(backward)],
            [w('linkagesForward'), ({ forward }) => figure(forward)],
            [w('linkagesKey'), ({ key }) => (key === null ? '—' : key ? w('yes') : w('no'))],
          ]}
        />
        <SaveButton name="sectors.csv" text={() => sectorsCsv(answer.sectors)}>
          {w('linkagesCsv')}
        </SaveButton>
      </section>
      {answer.extraction.map((one) => (
        <Extraction key={one.sector} extraction={one} sectors={answer.sectors} nameOf={nameOf} />
      ))}
    </>
  );
}

function rangeText(range: Sector['influenceRange'], figure: (value: number) => string): string {
  return range === null ? '—' : `${figure(range.low)}–${figure(range.high)}`;
}

interface ExtractionProps {
  readonly extraction: LinkagesAnswer['extraction'][number];
  readonly sectors: readonly Sector[];
  readonly nameOf: (sector: Sector) => string;
}

/** Output lost where a sector stops, the largest losses first. */
function Extraction({ extraction, sectors, nameOf }: ExtractionProps) {
  const { language, w } = useSpeak();
  const { sector, total, share, range, lost } = extraction;
  const amount = (value: number | undefined) => formatNumber(value ?? null, 0, language);
  const name = (id: string) => {
    const found = sectors.find((one) => one.sector === id);
    return found === undefined ? id : nameOf(found);
  };
  const own = lost.find((one) => one.sector === sector)?.lost;
  return (
    <section data-section="extraction">
      <h2>{w('linkagesLost', { sector: name(sector) })}</h2>
      <p>
        {w('linkagesTotal', {
          total: amount(total),
          share: formatShare(share, language, 2),
          own: amount(own),
        })}{' '}
        {range !== null && w('linkagesTotalRange', { low: amount(range.low), high: amount(range.high) })}
      </p>
      <FigureTable
        name="lost"
        rows={lost.toSorted((a, b) => b.lost - a.lost)}
        keyOf={(one) => one.sector}
        heads={[(one) => name(one.sector)]}
        titles={[w('linkagesSector')]}
        columns={[
          [w('linkagesLostOutput'), (one) => amount(one.lost)],
          [w('linkagesLostShare'), (one) => formatShare(one.lost / total, language, 1)],
        ]}
      />
      <SaveButton name="extraction.csv" text={() => lostCsv(extraction)}>
        {w('linkagesLostCsv')}
      </SaveButton>
    </section>
  );
}
