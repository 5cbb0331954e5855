import { AfterlodeError, phrases } from '../../base/index.js';

/** Names under which vacant land is looked for where the call names none. */
const vacantNames = ['vacant', 'vacant land', 'vacant_land', '空地', '闲置地', '闲置土地'];

/**
 * The classes that become polygons: those asked for, else those that are called vacant.
 *
 * @throws AfterlodeError CALL_OPTION where the model has none of them
 */
export function lookedFor(asked: readonly string[] | null, classes: readonly string[]): readonly string[] {
  const found = asked ?? classes.filter((name) => vacantNames.includes(name.toLowerCase()));
  const strange = found.find((name) => !classes.includes(name));
  if (found.length > 0 && strange === undefined) return found;
  throw new AfterlodeError('CALL_OPTION', '--look-for', {
    found: strange ?? phrases.nothing,
    expected: phrases.oneOf(classes.join(', ')),
  });
}
