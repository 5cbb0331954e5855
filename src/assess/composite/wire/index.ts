import { toEdge, toInside } from '../../../base/index.js';
import type { Chain, DataTable, Goalposts, Hierarchy, Values } from '../types.js';

/** Everything that is needed to run an index, as it stands in memory. */
export interface EngineInput {
  readonly table: DataTable;
  readonly hierarchy: Hierarchy;
  readonly chain: Chain;
}

/** The same as JSON: lists for columns, null for missing, objects for maps. Nothing else differs. */
export interface WireInput {
  readonly table: {
    readonly units: readonly string[];
    readonly times: readonly number[] | null;
    readonly indicators: readonly {
      readonly code: string;
      readonly direction: 1 | -1;
      readonly goalposts: Goalposts | null;
      readonly target: number | null;
      readonly denominator: string | null;
    }[];
    readonly columns: readonly (readonly (number | null)[])[];
    readonly denominators: Readonly<Record<string, readonly (number | null)[]>>;
    readonly groups: Readonly<Record<string, readonly string[]>>;
  };
  readonly hierarchy: Hierarchy;
  readonly chain: unknown;
}

/** An engine input as JSON values. */
export function writeInput({ table, hierarchy, chain }: EngineInput): WireInput {
  return {
    table: {
      units: table.units,
      times: table.times && [...table.times],
      indicators: table.indicators,
      columns: table.columns.map(listOf),
      denominators: Object.fromEntries(
        Array.from(table.denominators, ([code, values]) => [code, listOf(values)]),
      ),
      groups: Object.fromEntries(table.groups),
    },
    hierarchy,
    chain: plain(chain),
  };
}

/** The engine input that JSON values say; the opposite of `writeInput`. */
export function readInput(wire: WireInput): EngineInput {
  const { table, hierarchy } = wire;
  return {
    table: {
      units: table.units,
      times: table.times && Float64Array.from(table.times),
      indicators: table.indicators,
      columns: table.columns.map(valuesOf),
      denominators: new Map(Object.entries(table.denominators).map(([code, list]) => [code, valuesOf(list)])),
      groups: new Map(Object.entries(table.groups)),
    },
    hierarchy,
    chain: revived(wire.chain) as Chain,
  };
}

function listOf(values: Values): (number | null)[] {
  return Array.from(values, toEdge);
}

function valuesOf(list: readonly (number | null)[]): Values {
  return Float64Array.from(list, toInside);
}

/** Maps and typed arrays are marked, since a chain holds both at any depth. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return { '@map': Array.from(value, ([key, one]) => [key, plain(one)]) };
  if (value instanceof Float64Array) return { '@numbers': Array.from(value, toEdge) };
  if (value === Number.POSITIVE_INFINITY) return { '@endless': true };
  if (value instanceof Uint8Array) return { '@bytes': Array.from(value) };
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (value === null || typeof value !== 'object') return value;
  if ('@map' in value)
    return new Map((value['@map'] as [string, unknown][]).map(([key, one]) => [key, revived(one)]));
  if ('@numbers' in value) return valuesOf(value['@numbers'] as (number | null)[]);
  if ('@endless' in value) return Number.POSITIVE_INFINITY;
  if ('@bytes' in value) return Uint8Array.from(value['@bytes'] as number[]);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]));
}
