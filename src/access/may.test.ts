import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { actionsOf, anonymousReader, may, operatorNamed } from './may.js';
import { areaKinds, neverScopes, permissions, reachOf, scopes } from './permissions.js';
import { type Actor, type Area, type Places, type Role, roles } from './types.js';

const city = (name: string): Area => ({ kind: 'city', id: id<'city'>(name) });
const province = (name: string): Area => ({ kind: 'province', id: id<'city'>(name) });
const all: Area = { kind: 'all' };

/** Two provinces A and B with the cities a1, a2 and b1. */
const provinceOfCity: Readonly<Record<string, string>> = { a1: 'A', a2: 'A', b1: 'B' };
const places: Places = {
  isProvince: (unit) => unit === 'A' || unit === 'B',
  isUnit: (unit) => Object.hasOwn(provinceOfCity, unit),
  provinceOf: (unit) =>
    Object.hasOwn(provinceOfCity, unit) ? id<'city'>(provinceOfCity[unit] as string) : null,
};
const known: readonly Area[] = [all, province('A'), province('B'), city('a1'), city('a2'), city('b1')];
const actions = Object.keys(permissions);

const actor = (role: Role, area: Area, limited: readonly string[] | null = null): Actor => ({
  name: 'li',
  holds: [{ role, area }],
  scopes: limited,
});

const anyRole = fc.constantFrom(...roles);
const anyArea = fc.constantFrom(...known);
const anyTarget = fc.oneof(anyArea, fc.constantFrom(city('nowhere'), province('a1'), city('A')));
const anyAction = fc.oneof(
  fc.constantFrom(...actions),
  fc.string(),
  fc.constantFrom('__proto__', 'toString', 'constructor', ''),
);
const anyActor = fc.record({
  name: fc.string(),
  holds: fc.array(fc.record({ role: anyRole, area: anyArea }), { maxLength: 3 }),
  scopes: fc.option(fc.array(fc.constantFrom(...actions), { maxLength: 4 })),
});

/** The same question answered the long way, from the table and the list of what lies in what. */
function allowed(who: Actor, action: string, target: Area): boolean {
  const named = Object.entries(permissions).find(([name]) => name === action)?.[1];
  if (named === undefined || !known.some((area) => JSON.stringify(area) === JSON.stringify(target)))
    return false;
  if (who.scopes !== null && (!who.scopes.includes(action) || neverScopes.some((never) => never === action)))
    return false;
  const inside = (area: Area) =>
    area.kind === 'all' ||
    JSON.stringify(area) === JSON.stringify(target) ||
    (area.kind === 'province' && target.kind === 'city' && provinceOfCity[target.id] === area.id);
  return who.holds.some(({ role, area }) => {
    const reach = new Map(Object.entries(named)).get(role);
    return reach === 'any' || (reach === 'own' && inside(area));
  });
}

describe('may', () => {
  it('answers as the table does, for every action, role and area, and refuses the rest', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anyTarget, (who, action, target) => {
        expect(may(who, action, target, places)).toBe(allowed(who, action, target));
      }),
      { seed: 8, numRuns: 3000 },
    );
  });

  it('names the actions that somebody may do in some place, and no other', () => {
    fc.assert(
      fc.property(anyActor, (who) => {
        const somewhere = actions.filter((action) => known.some((area) => may(who, action, area, places)));
        expect(actionsOf(who)).toEqual(somewhere);
      }),
      { seed: 8 },
    );
    expect(actionsOf(null)).toEqual([]);
  });

  it('refuses everything that the table does not name, and everything to nobody', () => {
    fc.assert(
      fc.property(anyActor, fc.string(), anyTarget, (who, action, target) => {
        fc.pre(!actions.includes(action));
        expect(may(who, action, target, places)).toBe(false);
        expect(may(operatorNamed('x'), action, target, places)).toBe(false);
        expect(may(null, action, target, places)).toBe(false);
      }),
      { seed: 8 },
    );
    for (const action of actions) expect(may(null, action, all, places)).toBe(false);
  });

  it('lets a city reporter do nothing to another city, its province or everything but read what all may', () => {
    const reporter = actor('city_reporter', city('a1'));
    const elsewhere = known.filter((area) => area.kind !== 'city' || area.id !== 'a1');
    const open = [
      'published.read',
      'catalog.read',
      'record.read',
      'computation.run',
      'round.read',
      'own_account.change',
    ];
    const done = actions.filter((action) => elsewhere.some((area) => may(reporter, action, area, places)));
    expect(done).toEqual(open);
    expect(may(reporter, 'figures.change', city('a1'), places)).toBe(true);
  });

  it('lets a province review its own cities, and not report for them', () => {
    const reviewer = actor('provincial_reviewer', province('A'));
    expect(may(reviewer, 'figures.review', city('a2'), places)).toBe(true);
    expect(may(reviewer, 'figures.review', city('b1'), places)).toBe(false);
    expect(may(reviewer, 'figures.review', all, places)).toBe(false);
    expect(may(reviewer, 'figures.change', city('a2'), places)).toBe(false);
  });

  it('lets nobody but the operator both carry and judge a figure', () => {
    const steps = ['figures.change', 'figures.review', 'figures.evaluate'] as const;
    for (const role of roles) {
      expect(steps.filter((step) => reachOf(step, role) !== null).length).toBeLessThan(2);
    }
    expect(actions.filter((action) => reachOf(action, 'administrator') === 'own').toSorted()).toEqual([
      'account.change',
      'account.read',
      'audit.read',
      'backup.make',
      'webhook.manage',
    ]);
  });

  it('shows findings in their area to those who work on figures, and lets no administrator read them', () => {
    expect(may(actor('provincial_reviewer', province('A')), 'finding.assign', city('a1'), places)).toBe(true);
    expect(may(actor('provincial_reviewer', province('A')), 'finding.read', city('b1'), places)).toBe(false);
    expect(may(actor('city_reporter', city('a1')), 'finding.assign', city('a1'), places)).toBe(false);
    expect(may(actor('reader', city('a1')), 'finding.read', city('a1'), places)).toBe(true);
    expect(may(actor('reader', city('a1')), 'finding.record', city('a1'), places)).toBe(false);
    expect(reachOf('finding.read', 'administrator')).toBeNull();
  });

  it('lets a token do what both its scopes and its account allow', () => {
    const token = actor('city_reporter', city('a1'), ['figures.change', 'round.lock', 'own_account.change']);
    expect(may(token, 'figures.change', city('a1'), places)).toBe(true);
    expect(may(token, 'figures.submit', city('a1'), places)).toBe(false);
    expect(may(token, 'round.lock', all, places)).toBe(false);
    expect(may(token, 'own_account.change', all, places)).toBe(false);
    expect(scopes.filter((scope) => neverScopes.includes(scope))).toEqual([]);
  });

  it('knows an anonymous reader only where he is let in', () => {
    expect(anonymousReader(false)).toBeNull();
    const done = actions.filter((action) => may(anonymousReader(true), action, all, places));
    expect(done).toEqual(['published.read', 'catalog.read']);
  });

  it('gives the operator every action of the table, as he has the database in his hands', () => {
    for (const action of actions) expect(may(operatorNamed('x'), action, all, places)).toBe(true);
    expect(Object.keys(areaKinds).toSorted()).toEqual(roles.toSorted());
  });
});
