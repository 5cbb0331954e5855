import type { AnalysisRows } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { bothEnds, Ends, Fact, useNumbers } from '../parts/facts.js';
import { FlagSign } from '../parts/flag-sign.js';
import { MarkTag } from '../parts/mark-tag.js';
import { RowNumber } from '../parts/number.js';
import type { WordKey } from '../words.js';

type Structure = AnalysisRows['structure'][number];
type Cause = NonNullable<Structure['upgradingOfJobs']['falseUpgrading']>;

const causes: Readonly<Record<Cause, WordKey>> = {
  'false upgrading': 'upgrade_false',
  'partly by decline': 'upgrade_partly',
  'by growth': 'upgrade_growth',
};

/** Dependence, diversity and upgrading; why a ratio rose stands beside it. */
export function StructureFacts({ row }: { readonly row: Structure }) {
  const { w } = useSpeak();
  const { plain, share } = useNumbers();
  const label = useClasses();
  const { dependence, diversity, krugman, newFactors } = row;
  return (
    <dl className="facts">
      <Fact name={w('miningJobsShare')} of="mining">
        <Ends
          row={row}
          paths={bothEnds('dependence/jobs')}
          first={share(dependence.jobs.first)}
          last={share(dependence.jobs.last)}
        />
      </Fact>
      <Fact name={w('miningQuotient')} of="quotient">
        <Ends
          row={row}
          paths={bothEnds('dependence/quotient')}
          first={plain(dependence.quotient.first)}
          last={plain(dependence.quotient.last)}
        />
      </Fact>
      <Upgrading row={row} />
      <Fact name={w('effectiveBranches')} of="branches">
        <Ends
          row={row}
          paths={['diversity/first/effectiveNumber', 'diversity/last/effectiveNumber']}
          first={plain(diversity.first.effectiveNumber, 1)}
          last={plain(diversity.last.effectiveNumber, 1)}
        />
      </Fact>
      <Fact name={w('krugmanWord')} of="krugman">
        <Ends row={row} paths={bothEnds('krugman')} first={plain(krugman.first)} last={plain(krugman.last)} />
      </Fact>
      <Fact name={w('lilienWord')} of="lilien">
        <RowNumber row={row} path="lilien">
          {plain(row.lilien)}
        </RowNumber>
      </Fact>
      <Fact name={w('newFactorsWord')} of="factors">
        <RowNumber row={row} path="newFactors/index">
          {plain(newFactors.index)}
        </RowNumber>{' '}
        <span className="quiet">
          <RowNumber row={row} path="newFactors/coverage">
            {w('coveredBy', { share: share(newFactors.coverage, 0) })}
          </RowNumber>
        </span>
      </Fact>
      <Fact name={w('curseWord')} of="curse">
        <Ends
          row={row}
          paths={bothEnds('dependence/curseCoefficient')}
          first={plain(dependence.curseCoefficient.first)}
          last={plain(dependence.curseCoefficient.last)}
        />{' '}
        {dependence.curseGrade !== null && label('resource_curse_grade', dependence.curseGrade)}{' '}
        <MarkTag mark="M" />
      </Fact>
    </dl>
  );
}

/** Value added where it is known, else sampled jobs stand in. */
function Upgrading({ row }: { readonly row: Structure }) {
  const { w } = useSpeak();
  const { plain, signed } = useNumbers();
  const found = row.upgrading ?? row.upgradingOfJobs;
  const path = row.upgrading === null ? 'upgradingOfJobs' : 'upgrading';
  const cause = found.falseUpgrading;
  const facts = { s: signed(found.secondaryGrowthPercent), t: signed(found.tertiaryGrowthPercent) };
  return (
    <Fact name={w('upgradingWord')} of="upgrading">
      <Ends
        row={row}
        paths={[`${path}/first/a`, `${path}/last/a`]}
        first={plain(found.first.a)}
        last={plain(found.last.a)}
      />{' '}
      <span className="tag">{w(row.upgrading === null ? 'fromJobs' : 'fromOutput')}</span>
      {cause !== null && (
        <span className={cause === 'by growth' ? 'note-line' : 'note-line caveat'} data-cause={cause}>
          {cause !== 'by growth' && <FlagSign />} {w(causes[cause], facts)}
        </span>
      )}
    </Fact>
  );
}
