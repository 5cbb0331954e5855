import type { RestorationAnswer } from '../../api/contract.js';
import type { Computed } from '../brought/use-tables.js';
import { absent, formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import type { WordKey } from '../words.js';
import type { LedgerField } from './example.js';
import { LadderChart } from './ladder-chart.js';
import { ResultFrame } from './result-frame.js';
import { tableCsv } from './tables-csv.js';
import { Tornado } from './tornado.js';

interface LedgerResultProps {
  readonly computed: Computed<RestorationAnswer, LedgerField>;
  readonly path: string;
}

const sides = [
  ['private', 'restorePrivate'],
  ['public', 'restorePublic'],
  ['social', 'restoreSocial'],
] as const satisfies readonly (readonly [string, WordKey])[];

/** Ladder, three statements, who pays, and what may turn out otherwise. */
export function LedgerResult({ computed, path }: LedgerResultProps) {
  const { language, w } = useSpeak();
  const { answer } = computed;
  const { ladder, statements, projects, rate, issues } = answer;
  const million = (yuan: number | null) => formatNumber(yuan === null ? null : yuan / 1e6, 1, language);
  const figure = (value: number | null) => formatNumber(value, 2, language);
  const csv = () =>
    tableCsv(ladder, [
      ['step', ({ step }) => step],
      ['benefits', ({ benefits }) => benefits],
      ['costs', ({ costs }) => costs],
      ['ratio', ({ ratio }) => ratio],
    ]);
  return (
    <ResultFrame
      computed={computed}
      path={path}
      name="restoration"
      issues={issues}
      csv={['restoreLadderCsv', 'ladder', csv]}
    >
      <section data-section="ladder">
        <h2>{w('restoreLadder')}</h2>
        <p className="quiet">
          {w('restoreLadderText', { n: projects.length, rate: formatShare(rate, language) })}
        </p>
        <LadderChart ladder={ladder} />
      </section>
      <section data-section="statements">
        <h2>{w('restoreStatements')}</h2>
        <FigureTable
          name="statements"
          rows={sides}
          keyOf={([side]) => side}
          heads={[([, word]) => w(word)]}
          titles={[w('restoreSide')]}
          columns={[
            [w('restoreCosts'), ([side]) => million(statements[side].costs)],
            [w('restoreBenefits'), ([side]) => million(statements[side].benefits)],
            [w('restoreNet'), ([side]) => million(statements[side].netValue)],
            [w('restoreRatio'), ([side]) => figure(statements[side].ratio)],
            [w('restoreReturn'), ([side]) => formatShare(statements[side].rate, language, 1)],
            [w('restorePaidBack'), ([side]) => String(statements[side].payBack ?? absent)],
          ]}
        />
      </section>
      <WhoPays answer={answer} million={million} />
      <section data-section="otherwise">
        <h2>{w('restoreOtherwise')}</h2>
        <Tornado answer={answer} />
      </section>
    </ResultFrame>
  );
}

const parties = {
  private: 'restorePrivate',
  public: 'restorePublic',
  society: 'restoreSociety',
} as const satisfies Record<string, WordKey>;

const duties = {
  owner: 'restoreOwner',
  orphan: 'restoreOrphan',
  shared: 'restoreShared',
  unknown: 'restoreDutyUnknown',
} as const satisfies Record<string, WordKey>;

interface WhoPaysProps {
  readonly answer: Pick<RestorationAnswer, 'split' | 'duties'>;
  readonly million: (yuan: number | null) => string;
}

function WhoPays({ answer: { split, duties: owed }, million }: WhoPaysProps) {
  const { language, w } = useSpeak();
  const share = (part: number | null) => formatShare(part, language);
  return (
    <section data-section="who">
      <h2>{w('restoreWho')}</h2>
      <FigureTable
        name="split"
        rows={split}
        keyOf={({ party }) => party}
        heads={[({ party }) => w(parties[party])]}
        titles={[w('restoreSide')]}
        columns={[
          [w('restorePays'), ({ costs }) => million(costs)],
          [w('restorePaysShare'), ({ costShare }) => share(costShare)],
          [w('restoreHas'), ({ benefits }) => million(benefits)],
          [w('restoreHasShare'), ({ benefitShare }) => share(benefitShare)],
        ]}
      />
      <FigureTable
        name="duties"
        rows={owed}
        keyOf={({ duty }) => duty ?? 'unknown'}
        heads={[({ duty }) => w(duties[duty ?? 'unknown'])]}
        titles={[w('restoreDuty')]}
        columns={[
          [w('restoreCosts'), ({ costs }) => million(costs)],
          [w('restorePrivate'), ({ paidBy }) => million(paidBy.private)],
          [w('restorePublic'), ({ paidBy }) => million(paidBy.public)],
          [w('restorePaidByAnother'), ({ paidByAnother }) => million(paidByAnother)],
        ]}
      />
    </section>
  );
}
