import type { ChainAnswer } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';

interface TableProps {
  readonly answer: ChainAnswer;
}

/** What a node is called. */
function useNames({ rows }: ChainAnswer) {
  const { w } = useSpeak();
  const names = new Map(rows.map(({ node, name }) => [node, name]));
  return (node: string | null) => (node === null ? w('chainWhole') : (names.get(node) ?? node));
}

/** Who stands for the chain, and which roles nobody fills. */
export function RecordTable({ answer }: TableProps) {
  const { w, t } = useSpeak();
  const nameOf = useNames(answer);
  const { records } = answer;
  if (records === null) return null;
  const missing = records.missing.map(({ label }) => t(label)).join(w('listComma'));
  return (
    <section data-section="records">
      <h2>{w('chainRecord')}</h2>
      <p>{missing === '' ? w('chainAllNamed') : w('chainMissing', { names: missing })}</p>
      {records.records.length > 0 && (
        <FigureTable
          name="records"
          rows={records.records}
          keyOf={({ role, name }) => `${role} ${name}`}
          heads={[
            ({ label }) => t(label),
            ({ name }) => name,
            ({ node }) => nameOf(node),
            ({ contact }) => contact,
            ({ source, since }) => [source, since].filter((one) => one !== '').join(w('listComma')),
          ]}
          titles={[w('chainRole'), w('chainEntry'), w('chainNode'), w('chainContact'), w('chainSource')]}
          columns={[]}
        />
      )}
    </section>
  );
}

/** Entries of the pools. */
export function PoolTable({ answer }: TableProps) {
  const { language, w, t } = useSpeak();
  const nameOf = useNames(answer);
  if (answer.pools === null) return null;
  return (
    <section data-section="pools">
      <h2>{w('chainPoolTitle')}</h2>
      <FigureTable
        name="pools"
        rows={answer.pools}
        keyOf={({ pool, name, node }) => `${pool} ${name} ${node}`}
        heads={[
          ({ label }) => t(label),
          ({ name }) => name,
          ({ node }) => nameOf(node),
          ({ state }) => state,
          ({ source }) => source,
        ]}
        titles={[w('chainPool'), w('chainEntry'), w('chainNode'), w('chainState'), w('chainSource')]}
        columns={[[w('chainAmount'), ({ amount }) => formatNumber(amount, 0, language)]]}
      />
    </section>
  );
}

/** What partner cities have of the nodes that the place lacks. */
export function PartnerTable({ answer }: TableProps) {
  const { language, w, t } = useSpeak();
  const offers = answer.rows.flatMap(({ name, partners }) =>
    (partners?.offers ?? []).map((offer) => ({
      ...offer,
      name,
      proposed: partners?.partner === offer.place,
    })),
  );
  if (offers.length === 0) return null;
  return (
    <section data-section="partners">
      <h2>{w('chainPartnerTitle')}</h2>
      <FigureTable
        name="partners"
        rows={offers}
        keyOf={({ name, place }) => `${name} ${place}`}
        heads={[
          ({ name }) => name,
          ({ place }) => place,
          ({ says }) => t(says),
          ({ proposed }) => (proposed ? w('yes') : w('no')),
        ]}
        titles={[w('chainNode'), w('chainPartner'), w('chainOffer'), w('chainProposed')]}
        columns={[
          [w('chainQuotient'), ({ quotient }) => formatNumber(quotient, 2, language)],
          [w('chainDistance'), ({ distance }) => formatNumber(distance, 0, language)],
        ]}
      />
    </section>
  );
}
