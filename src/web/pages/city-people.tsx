import type { AnalysisRows } from '../../api/contract.js';
import { formatPersons } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { bothEnds, Ends, Fact, useNumbers } from '../parts/facts.js';
import { RowNumber } from '../parts/number.js';
import type { WordKey } from '../words.js';

type People = AnalysisRows['population'][number];

const courses: Readonly<Record<NonNullable<People['course']>, WordKey>> = {
  'continuous shrinkage': 'course_continuous',
  turned: 'course_turned',
  recovered: 'course_recovered',
  'no shrinkage': 'course_none',
};
const aims: Readonly<Record<NonNullable<People['advice']>['aim'], WordKey>> = {
  'smart growth': 'aim_growth',
  'smart growth with local reduction': 'aim_partial',
  'smart shrinkage': 'aim_shrink',
};

/** Change of residents with its grade, where it falls, and age; a change across annexation stands beside, never as the verdict. */
export function PeopleFacts({ row }: { readonly row: People }) {
  const { language, w } = useSpeak();
  const { signedPercent, signed, share } = useNumbers();
  const label = useClasses();
  const persons = (value: number | null) => formatPersons(value, language);
  const { first, last } = row.ageing;
  return (
    <dl className="facts">
      <Fact name={w('population')} of="count">
        <Ends row={row} paths={['first', 'last']} first={persons(row.first)} last={persons(row.last)} />{' '}
        <span className="tag">{w(row.aligned ? 'alignedBoundary' : 'unalignedBoundary')}</span>
      </Fact>
      <Fact name={w('changeWord')} of="change">
        <b>
          <RowNumber row={row} path="changePercent">
            {signedPercent(row.changePercent)}
          </RowNumber>
        </b>{' '}
        <span className="quiet">
          <RowNumber row={row} path="annualPercent">
            {w('perYear', { n: signed(row.annualPercent, 2) })}
          </RowNumber>
        </span>
        {row.aligned && row.unalignedPercent !== row.changePercent && (
          <span className="note-line quiet">
            {w('unalignedChange')}:{' '}
            <RowNumber row={row} path="unalignedPercent">
              {signedPercent(row.unalignedPercent)}
            </RowNumber>
          </span>
        )}
      </Fact>
      <Fact name={w('populationGrade')} of="grade">
        {row.grade === null ? w('noGrade') : <b>{label('population_change_grade', row.grade)}</b>}
        {row.confidence !== null && (
          <span className="quiet">
            {' '}
            {w('confidenceIn')}: {w(`sure_${row.confidence}`)}
          </span>
        )}
      </Fact>
      <Fact name={w('courseWord')} of="course">
        {row.course === null ? w('noData') : w(courses[row.course])}
      </Fact>
      <Fact name={w('shrinkForm')} of="form">
        {row.parts.form === null ? w('noData') : label('shrinkage_form', row.parts.form)}
        {row.parts.counted > 0 && (
          <span className="quiet">
            {' '}
            <RowNumber row={row} path="parts/losing">
              {w('partsLosing', { losing: row.parts.losing, counted: row.parts.counted })}
            </RowNumber>
          </span>
        )}
      </Fact>
      <Fact name={w('netFlowWord')} of="flow">
        <Ends
          row={row}
          paths={bothEnds('netFlow')}
          first={share(row.netFlow.first)}
          last={share(row.netFlow.last)}
        />
      </Fact>
      <Fact name={w('youngShare')} of="young">
        <Ends
          row={row}
          paths={['ageing/first/young', 'ageing/last/young']}
          first={share(first.young)}
          last={share(last.young)}
        />
      </Fact>
      <Fact name={w('old60Share')} of="old60">
        <Ends
          row={row}
          paths={['ageing/first/old60', 'ageing/last/old60']}
          first={share(first.old60)}
          last={share(last.old60)}
        />
      </Fact>
      <Fact name={w('old65Share')} of="old65">
        <Ends
          row={row}
          paths={['ageing/first/old65', 'ageing/last/old65']}
          first={share(first.old65)}
          last={share(last.old65)}
        />
      </Fact>
      <Fact name={w('adviceWord')} of="advice">
        {row.advice === null ? w('noGrade') : w(aims[row.advice.aim])}
      </Fact>
    </dl>
  );
}
