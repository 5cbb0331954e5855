import { AfterlodeError, type Issue, issue, phrases } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { RowSource } from '../../files/index.js';
import type { Duty, LedgerLine, Party } from '../../plan/index.js';
import { type NamedRow, readNamedRows } from '../tables/named-rows.js';
import { from0At, wordAt, yearAt } from './cells.js';

const columns = {
  project: { also: ['项目'], needed: true },
  year: { also: ['年份'], needed: true },
  item: { also: ['科目'], needed: true },
  kind: { also: ['类型'], needed: true },
  amount: { also: ['金额'], needed: false },
  payer: { also: ['承担方'], needed: true },
  area_mu: { also: ['面积_亩'], needed: false },
  unit_price: { also: ['单价_元每亩'], needed: false },
  claim: { also: ['宣称金额'], needed: false },
  duty: { also: ['责任'], needed: false },
} as const;
type Row = NamedRow<keyof typeof columns>;

/** Classes of the catalog whose names are items, and what an item of theirs is. */
const items = {
  restoration_investment: { kind: 'cost', scope: 'investment', land: false, ecosystem: false },
  restoration_running: { kind: 'cost', scope: 'running', land: false, ecosystem: false },
  restoration_land: { kind: 'benefit', scope: 'investment', land: true, ecosystem: false },
  restoration_income: { kind: 'benefit', scope: 'investment', land: false, ecosystem: false },
  restoration_ecosystem: { kind: 'benefit', scope: 'investment', land: false, ecosystem: true },
} as const;

/**
 * Reads the ledger of restoration projects. An amount that is not given is area × unit price; a line that has only a claim supports
 * nothing, and is told.
 *
 * @throws AfterlodeError RESTORATION_TABLE naming the cell, FILE_… of reading
 */
export async function readLedger(
  source: RowSource,
  catalog: Pick<Catalog, 'classes'>,
): Promise<{ readonly lines: readonly LedgerLine[]; readonly issues: readonly Issue[] }> {
  const { name, rows } = await readNamedRows(
    source,
    columns,
    (where, found, expected) => new AfterlodeError('RESTORATION_TABLE', where, { found, expected }),
  );
  const known = itemsOf(catalog);
  const parties = classIds(catalog, 'restoration_party');
  const duties = classIds(catalog, 'restoration_duty');
  let unsupported = 0;
  const lines = rows.map((row): LedgerLine => {
    const { kind, item, nature } = itemOf(row, known);
    const payer = wordAt(row, 'payer', parties);
    const claimed = from0At(row, 'claim');
    const amount = amountOf(row);
    if (Number.isNaN(amount) && Number.isNaN(claimed))
      throw row.wrong('amount', phrases.empty, {
        en: 'an amount, or area_mu and unit_price, or a claim',
        zh: '金额，或面积与单价，或宣称金额',
      });
    if (Number.isNaN(amount)) unsupported += 1;
    const { scope, land, ecosystem } = nature;
    return {
      project: row.word('project', { en: 'a project', zh: '项目名称' }),
      year: yearAt(row, 'year'),
      item,
      kind,
      // Only a claim stands there: by evidence there is nothing, which the issue says.
      amount: Number.isNaN(amount) ? 0 : amount,
      claimed: Number.isNaN(claimed) ? 0 : claimed,
      party: payer as Party,
      scope,
      duty: kind === 'benefit' || row.text('duty') === '' ? null : (wordAt(row, 'duty', duties) as Duty),
      land,
      ecosystem,
    };
  });
  const told = issue('RESTORATION_CLAIM_ONLY', 'warning', name, { found: unsupported });
  return { lines, issues: unsupported === 0 ? [] : [told] };
}

function itemsOf(catalog: Pick<Catalog, 'classes'>) {
  return new Map(
    Object.entries(items).flatMap(([scheme, nature]) =>
      classIds(catalog, scheme).map((item) => [item, nature] as const),
    ),
  );
}

function itemOf(row: Row, known: ReturnType<typeof itemsOf>) {
  const kind = wordAt(row, 'kind', ['cost', 'benefit']);
  const own = [...known].filter(([, nature]) => nature.kind === kind).map(([word]) => word);
  const item = wordAt(row, 'item', own);
  return { kind, item, nature: known.get(item) as (typeof items)[keyof typeof items] };
}

function classIds({ classes }: Pick<Catalog, 'classes'>, scheme: string): readonly string[] {
  return classes.get(scheme)?.classes.map(({ id }) => id) ?? [];
}

/** The amount as it stands there, else area × unit price; `NaN` where neither does. */
function amountOf(row: Row): number {
  const [amount, area, price] = [from0At(row, 'amount'), from0At(row, 'area_mu'), from0At(row, 'unit_price')];
  return Number.isNaN(amount) ? area * price : amount;
}
