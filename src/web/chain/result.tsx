import type { ChainAnswer, ChainRow } from '../../api/contract.js';
import { chainDrawing, chainPictures, drawingMarkup } from '../../report/index.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { DrawingView } from '../parts/drawing-view.js';
import { FigureTable } from '../parts/figure-table.js';
import { chainCsv } from './csv.js';
import { evidenceWords } from './evidence.js';
import { ChainReports } from './reports.js';
import { PartnerTable, PoolTable, RecordTable } from './tables.js';

/** Maps, verdicts, records, pools and partners of a chain, and its reports. */
export function ChainResult(props: { readonly answer: ChainAnswer; readonly body: object }) {
  const { answer, body } = props;
  return (
    <>
      <Maps answer={answer} />
      <Verdicts answer={answer} />
      <RecordTable answer={answer} />
      <PoolTable answer={answer} />
      <PartnerTable answer={answer} />
      <ChainReports body={body} />
    </>
  );
}

function Maps({ answer }: { readonly answer: ChainAnswer }) {
  const { language, w } = useSpeak();
  return (
    <section data-section="maps">
      <h2>{w('chainMaps')}</h2>
      <p className="quiet small">{w('chainFocus')}</p>
      {chainPictures.map((picture) => {
        const drawing = chainDrawing(answer, { picture, lang: language });
        return (
          <figure key={picture} className="chain-map" data-map={picture}>
            <DrawingView drawing={drawing} />
            <SaveButton name={`${picture}.svg`} text={() => drawingMarkup(drawing)}>
              {w('chainSvg')}
            </SaveButton>
          </figure>
        );
      })}
    </section>
  );
}

function Verdicts({ answer }: { readonly answer: ChainAnswer }) {
  const { language, w, t } = useSpeak();
  const names = new Map(answer.rows.map(({ node, name }) => [node, name]));
  const action = (one: string) => w(actionWords[one as ChainRow['action']]);
  const rule = ({ says, evidence }: ChainRow) =>
    evidence.ifAbsent === undefined
      ? t(says)
      : w('chainIfAbsent', { rule: t(says), action: action(String(evidence.ifAbsent)) });
  return (
    <section data-section="verdicts">
      <h2>{w('chainVerdicts')}</h2>
      <FigureTable
        name="verdicts"
        rows={answer.rows}
        keyOf={({ node }) => node}
        heads={[
          ({ name }) => name,
          ({ stage }) => stage,
          (row) => action(row.action),
          rule,
          ({ evidence }) => evidenceWords(evidence, names, language),
        ]}
        titles={[w('chainNode'), w('chainStage'), w('chainAction'), w('chainRule'), w('chainEvidence')]}
        columns={[
          [w('chainFirmCount'), ({ firms }) => String(firms)],
          [w('chainDensity'), ({ density }) => formatNumber(density, 2, language)],
        ]}
      />
      <SaveButton name="chain.csv" text={() => chainCsv(answer.rows)}>
        {w('chainCsv')}
      </SaveButton>
    </section>
  );
}

const actionWords = {
  strengthen: 'chainStrengthen',
  fill: 'chainFill',
  extend: 'chainExtend',
  'give-up': 'chainGiveUp',
  none: 'chainNone',
} as const;
