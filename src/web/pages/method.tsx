import type { CatalogAnswer } from '../../api/contract.js';
import { absent, formatExact } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { MarkTag } from '../parts/mark-tag.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { useCatalog, useUnit } from '../parts/units.js';
import { nodesOf } from './index-nodes.js';

/** One indicator as the catalog defines it. */
export function Method({ id }: { readonly id: string }) {
  const { w, t } = useSpeak();
  const { answer, error, retry } = useCatalog();
  const indicator = answer?.indicators.find((one) => one.id === id);
  useTitle(indicator === undefined ? id : t(indicator.label));
  if (error !== null) return <ErrorNote error={error} retry={retry} />;
  if (answer === null) return <Skeleton height={480} />;
  return (
    <div className="reading">
      <p>
        <Link to="/methods">{w('methodsTitle')}</Link>
      </p>
      {indicator === undefined ? (
        <>
          <h1>{id}</h1>
          <p>{w('unknownIndicator', { id })}</p>
        </>
      ) : (
        <Definition indicator={indicator} catalog={answer} />
      )}
    </div>
  );
}

type IndicatorView = CatalogAnswer['indicators'][number];

function Definition({
  indicator,
  catalog,
}: {
  readonly indicator: IndicatorView;
  readonly catalog: CatalogAnswer;
}) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const unit = useUnit(indicator.unit);
  const [least, most] = indicator.valid;
  const bound = (value: number | null) => (value === null ? '∞' : formatExact(value, unit, language));
  const better = indicator.better as 'more' | 'less' | 'target' | 'neither';
  return (
    <>
      <h1>{t(indicator.label)}</h1>
      <p className="quiet">{language === 'zh' ? indicator.label.en : indicator.label.zh}</p>
      {indicator.note !== null && <p>{t(indicator.note)}</p>}
      <dl className="facts">
        <dt>{w('formula')}</dt>
        <dd>{indicator.formula === null ? w('observed') : t(indicator.formula)}</dd>
        <Mentioned indicator={indicator} catalog={catalog} />
        <dt>{w('unit')}</dt>
        <dd>{unit.label}</dd>
        <dt>{w('better')}</dt>
        <dd>{w(`better_${better}`)}</dd>
        <dt>{w('validRange')}</dt>
        <dd>
          {bound(least)} – {bound(most)} {unit.label}
        </dd>
        <dt>{w('theme')}</dt>
        <dd>{label('theme', indicator.theme)}</dd>
        <dt>{w('mark')}</dt>
        <dd>
          <MarkTag mark={indicator.mark} />
        </dd>
        <dt>{w('references')}</dt>
        <dd>
          <ReferenceNames ids={indicator.references} catalog={catalog} />
        </dd>
        <dt>{w('definedIn')}</dt>
        <dd>
          <code>{indicator.file}</code>
        </dd>
      </dl>
      <Uses indicator={indicator} catalog={catalog} />
      <p>
        <Link to={`/compare?indicator=${indicator.id}`}>{w('compareThis')}</Link>
      </p>
    </>
  );
}

/** Indicators the formula reads. */
function Mentioned({
  indicator,
  catalog,
}: {
  readonly indicator: IndicatorView;
  readonly catalog: CatalogAnswer;
}) {
  const { w, t } = useSpeak();
  const inputs = catalog.indicators.filter((one) => indicator.inputs.includes(one.id));
  if (inputs.length === 0) return null;
  return (
    <>
      <dt>{w('computedFrom')}</dt>
      <dd>
        <ul className="plain-list">
          {inputs.map((one) => (
            <li key={one.id}>
              <Link to={`/methods/${one.id}`}>{t(one.label)}</Link> <code className="quiet">{one.id}</code>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

function ReferenceNames({
  ids,
  catalog,
}: {
  readonly ids: readonly string[];
  readonly catalog: CatalogAnswer;
}) {
  const { t } = useSpeak();
  if (ids.length === 0) return absent;
  return (
    <ul className="plain-list">
      {ids.map((id) => {
        const reference = catalog.references.find((one) => one.id === id);
        return (
          <li key={id}>
            {reference === undefined ? id : `${t(reference.title)} (${reference.date})`}{' '}
            {reference !== undefined && <MarkTag mark={reference.mark} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Indices that weigh the indicator. */
function Uses({
  indicator,
  catalog,
}: {
  readonly indicator: IndicatorView;
  readonly catalog: CatalogAnswer;
}) {
  const { w, t } = useSpeak();
  const uses = catalog.indices.filter((index) =>
    nodesOf(index.id, index.tree).some((node) => node.indicator === indicator.id),
  );
  if (uses.length === 0) return null;
  return <p>{w('usedIn', { names: uses.map((index) => t(index.label)).join(w('listComma')) })}</p>;
}
