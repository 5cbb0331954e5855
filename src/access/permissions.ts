import type { Role } from './types.js';

/** `own`: in areas that the binding's area contains. `any`: everywhere. Not named: nowhere. */
type Reach = 'own' | 'any';
type Row = Readonly<Partial<Record<Role | 'operator', Reach>>>;

const everyone = {
  reader: 'any',
  city_reporter: 'any',
  provincial_reviewer: 'any',
  national_evaluator: 'any',
  catalog_editor: 'any',
  administrator: 'any',
  operator: 'any',
} as const satisfies Row;

/**
 * Who may do what: the only place that grants anything. Who reports does not review, who reviews does not report, who keeps accounts
 * touches no figure; so nobody carries a number alone from entry to publication. The operator has the database in his hands, so a
 * refusal would only pretend.
 */
export const permissions = {
  'published.read': everyone,
  'catalog.read': everyone,
  /** What stands behind published figures: imports, decisions, kept runs, labelling projects. Names of persons stand in it. */
  'record.read': everyone,
  /** Calculations on what comes with the request, of which nothing is kept; they take time of the machine that others wait for. */
  'computation.run': everyone,
  /** What belongs to no city and enters what all read: imports, surveys, plan targets, kept runs, labelling projects. */
  'data.change': { national_evaluator: 'own', operator: 'any' },
  /** Figures of a round before they are published. */
  'figures.read': {
    reader: 'own',
    city_reporter: 'own',
    provincial_reviewer: 'own',
    national_evaluator: 'own',
    operator: 'any',
  },
  'figures.change': { city_reporter: 'own', operator: 'any' },
  'figures.submit': { city_reporter: 'own', operator: 'any' },
  'figures.review': { provincial_reviewer: 'own', operator: 'any' },
  'figures.evaluate': { national_evaluator: 'own', operator: 'any' },
  'appeal.file': { city_reporter: 'own', operator: 'any' },
  'appeal.answer': { national_evaluator: 'own', operator: 'any' },
  /** Rounds with the states of their returns, without a figure. */
  'round.read': everyone,
  'round.define': { national_evaluator: 'own', operator: 'any' },
  'round.lock': { national_evaluator: 'own', operator: 'any' },
  /** The first computation of a round, and the second person's. */
  'round.recompute': { national_evaluator: 'own', operator: 'any' },
  'round.publish': { national_evaluator: 'own', operator: 'any' },
  /** Findings of the ledger with all that was written to them. */
  'finding.read': {
    reader: 'own',
    city_reporter: 'own',
    provincial_reviewer: 'own',
    national_evaluator: 'own',
    operator: 'any',
  },
  'finding.record': { city_reporter: 'own', provincial_reviewer: 'own', operator: 'any' },
  'finding.assign': { provincial_reviewer: 'own', national_evaluator: 'own', operator: 'any' },
  'decision.make': { national_evaluator: 'own', operator: 'any' },
  'catalog.change': { catalog_editor: 'own', operator: 'any' },
  'account.read': { administrator: 'own', operator: 'any' },
  'account.change': { administrator: 'own', operator: 'any' },
  /** Password, tokens and sessions of the account that asks; the use case makes sure that it is that one. */
  'own_account.change': everyone,
  'audit.read': { administrator: 'own', national_evaluator: 'own', operator: 'any' },
  /** Whom the service tells what happened: a way out for everything that events say. */
  'webhook.manage': { administrator: 'own', national_evaluator: 'own', operator: 'any' },
  'backup.make': { administrator: 'own', operator: 'any' },
  'backup.restore': { operator: 'any' },
} as const satisfies Readonly<Record<string, Row>>;

export type Action = keyof typeof permissions;

/** Actions that no token may carry: what it could do with them would outlast its own end. */
export const neverScopes: readonly Action[] = [
  'account.change',
  'own_account.change',
  'webhook.manage',
  'backup.make',
  'backup.restore',
];

/** Actions that a token may be limited to. */
export const scopes: readonly Action[] = (Object.keys(permissions) as Action[]).filter(
  (action) => !neverScopes.includes(action),
);

/** Kinds of area in which each role may be held. */
export const areaKinds = {
  reader: ['all', 'province', 'city'],
  city_reporter: ['city'],
  provincial_reviewer: ['province'],
  national_evaluator: ['all'],
  catalog_editor: ['all'],
  administrator: ['all'],
} as const satisfies Readonly<Record<Role, readonly ('all' | 'province' | 'city')[]>>;

/** How far a role reaches with an action; null: not at all. Any text may be asked for. */
export function reachOf(action: string, role: Role | 'operator'): Reach | null {
  if (!Object.hasOwn(permissions, action)) return null;
  const row: Row = permissions[action as Action];
  return Object.hasOwn(row, role) ? (row[role] ?? null) : null;
}
