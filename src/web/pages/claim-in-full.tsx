import { useState } from 'react';
import type { ClaimDetails } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { formatIn } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { MarkTag } from '../parts/mark-tag.js';
import { WhyNumber } from '../parts/number.js';
import { Skeleton } from '../parts/skeleton.js';
import { useUnit } from '../parts/units.js';
import { ClaimNumber } from './claim-number.js';

type Figure = ClaimDetails['readings'][number]['figures'][number];
type Beside = ClaimDetails['beside'][number];
type Input = Figure['inputs'][number];

/** Every reading of a claim with the inputs of its numbers, and what stands beside it. */
export function ClaimInFull({ id }: { readonly id: string }) {
  const { w, t } = useSpeak();
  const { answer, error, retry } = useAnswer<ClaimDetails>(`/api/claims/${encodeURIComponent(id)}`);
  if (error !== null) return <ErrorNote error={error} retry={retry} />;
  if (answer === null) return <Skeleton height={160} />;
  return (
    <div className="claim-in-full">
      {answer.readings.map((reading) => (
        <section key={reading.id} data-reading={reading.id}>
          <h3>{reading.if === null ? w('asItStands') : t(reading.if)}</h3>
          {reading.figures.map((figure) => (
            <FigurePart key={figure.id} figure={figure}>
              {w('published')} <ClaimNumber value={figure.published} unit={figure.unit} is={figure.is} />,{' '}
              {w('recomputed')}{' '}
              <ClaimNumber value={figure.recomputed} unit={figure.unit} like={figure.published} />
            </FigurePart>
          ))}
        </section>
      ))}
      {answer.beside.length > 0 && (
        <section>
          <h3>{w('besideIt')}</h3>
          {answer.beside.map((figure) => (
            <FigurePart key={figure.id} figure={figure}>
              <ClaimNumber value={figure.recomputed} unit={figure.unit} />
            </FigurePart>
          ))}
        </section>
      )}
      {answer.see.length > 0 && (
        <p className="quiet">
          {w('seeAlso')}:{' '}
          {answer.see.map((one) => (
            <Link key={one} to={`/claims?claim=${one}`}>
              {one}{' '}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}

interface FigurePartProps {
  readonly figure: Figure | Beside;
  readonly children: React.ReactNode;
}

function FigurePart({ figure, children }: FigurePartProps) {
  const { w, t } = useSpeak();
  return (
    <div className="claim-figure">
      <p>
        <b>{t(figure.label)}</b>: {children}{' '}
        <span className="quiet small">
          {w('operation')} <code>{figure.operation}</code> · <code>docs/methods/{figure.method}.md</code>
        </span>
      </p>
      {figure.members.length > 0 && figure.members.length <= 30 && (
        <p className="small">
          {w('countedUnits')}: {figure.members.map((one) => t(one.name)).join(w('listComma'))}
        </p>
      )}
      {figure.gaps.map((gap) => (
        <p key={gap.reason.en} className="note-line doubt">
          {t(gap.reason)} <b>{w('needsImport')}</b>
          {t(gap.needs)}
        </p>
      ))}
      {figure.inputs.length > 0 && <Inputs inputs={figure.inputs} />}
    </div>
  );
}

const step = 20;

function Inputs({ inputs }: { readonly inputs: readonly Input[] }) {
  const { w } = useSpeak();
  const [most, setMost] = useState(step);
  const rest = inputs.length - most;
  return (
    <details open={inputs.length <= 8}>
      <summary>{w('inputsOf', { n: inputs.length })}</summary>
      <ul className="claim-inputs">
        {inputs.slice(0, most).map((one, at) => (
          // inputs keep their order
          <li key={`${at} ${one.address ?? one.label.en}`}>
            <InputLine input={one} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="plain" onClick={() => setMost(most + 10 * step)}>
          {w('moreInputs', { n: Math.min(rest, 10 * step) })}
        </button>
      )}
    </details>
  );
}

function InputLine({ input }: { readonly input: Input }) {
  const { language, w, t } = useSpeak();
  const unit = useUnit(input.unit);
  const value = `${formatIn(input.value, unit, language)} ${unit.label}`;
  return (
    <>
      <span>
        {input.name === null ? '' : `${t(input.name)} `}
        {t(input.label)} {input.period}
      </span>{' '}
      {input.address === null ? (
        <span>
          {value} <span className="quiet">{input.reference ?? w('fromOutside')}</span>{' '}
          {input.mark !== null && <MarkTag mark={input.mark} />}
        </span>
      ) : (
        <WhyNumber address={input.address}>{value}</WhyNumber>
      )}{' '}
      {input.counted !== null && (
        <span className="quiet small">{w(input.counted ? 'counted' : 'notCounted')}</span>
      )}
      {input.value === null && <span className="quiet small">{w('undecided')}</span>}
      {input.doubtful && <span className="doubt small"> {w('doubtful')}</span>}
    </>
  );
}
