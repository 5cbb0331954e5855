import type { AnalysisRows } from '../../api/contract.js';
import { formatPersons } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import type { WordKey } from '../words.js';
import { Ends, Fact, useNumbers } from '../parts/facts.js';

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
        <Ends first={persons(row.first)} last={persons(row.last)} />{' '}
        <span className="tag">{w(row.aligned ? 'alignedBoundary' : 'unalignedBoundary')}</span>
      </Fact>
      <Fact name={w('changeWord')} of="change">
        <b>{signedPercent(row.changePercent)}</b>{' '}
        <span className="quiet">{w('perYear', { n: signed(row.annualPercent, 2) })}</span>
        {row.aligned && row.unalignedPercent !== row.changePercent && (
          <span className="note-line quiet">
            {w('unalignedChange')}: {signedPercent(row.unalignedPercent)}
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
            {w('partsLosing', { losing: row.parts.losing, counted: row.parts.counted })}
          </span>
        )}
      </Fact>
      <Fact name={w('netFlowWord')} of="flow">
        <Ends first={share(row.netFlow.first)} last={share(row.netFlow.last)} />
      </Fact>
      <Fact name={w('youngShare')} of="young">
        <Ends first={share(first.young)} last={share(last.young)} />
      </Fact>
      <Fact name={w('old60Share')} of="old60">
        <Ends first={share(first.old60)} last={share(last.old60)} />
      </Fact>
      <Fact name={w('old65Share')} of="old65">
        <Ends first={share(first.old65)} last={share(last.old65)} />
      </Fact>
      <Fact name={w('adviceWord')} of="advice">
        {row.advice === null ? w('noGrade') : w(aims[row.advice.aim])}
      </Fact>
    </dl>
  );
}
