import {
  AfterlodeError,
  phrases,
  sha256Text,
  sortedJson,
  type Text,
  toEdge,
  toInside,
} from '../../base/index.js';
import { featureNames } from './features.js';
import type { FeatureRecipe, Forest, LearntGround, VacantModel } from './types.js';

const kind = 'afterlode-vacant-land-model';
const version = 1;

/** The file as JSON says it, before anything of it is believed. */
interface ModelFile {
  readonly kind: unknown;
  readonly version: unknown;
  readonly sha256: unknown;
  readonly classes: readonly string[];
  readonly labelled: readonly number[];
  readonly cellM: number | null;
  readonly group: string;
  readonly ground: LearntGround | null;
  readonly recipe: FeatureRecipe;
  readonly edges: readonly (readonly number[])[];
  readonly roots: readonly number[];
  readonly right: readonly number[];
  readonly feature: readonly number[];
  readonly bin: readonly number[];
  readonly votes: readonly number[];
}

/**
 * A model as JSON text with version and checksum. Numbers of nodes are whole, edges have the digits of 32-bit numbers: reading gives the
 * same model to the last bit.
 */
export function writeModel(model: VacantModel): string {
  const { forest, cellM, ...rest } = model;
  const { edges, roots, right, feature, bin, votes } = forest;
  const content: Omit<ModelFile, 'sha256'> = {
    kind,
    version,
    ...rest,
    cellM: toEdge(cellM),
    edges: edges.map((own) => [...own].map(shortest)),
    roots: [...roots],
    right: [...right],
    feature: [...feature],
    bin: [...bin],
    votes: [...votes],
  };
  return `${sortedJson({ ...content, sha256: sha256Text(sortedJson(content)) })}\n`;
}

/** Nine digits tell any two 32-bit numbers apart. */
function shortest(value: number): number {
  return Number(value.toPrecision(9));
}

/**
 * Reads what `writeModel` wrote.
 *
 * @param where file, for messages
 * @throws AfterlodeError VACANT_MODEL where it is no model or of another version, VACANT_MODEL_CHANGED where the checksum differs
 */
export function readModel(text: string, where: string): VacantModel {
  const file = parsed(text, where);
  const { sha256, ...content } = file;
  const found = sha256Text(sortedJson(content));
  if (found !== sha256)
    throw new AfterlodeError('VACANT_MODEL_CHANGED', where, {
      found: found.slice(0, 12),
      expected: typeof sha256 === 'string' ? sha256.slice(0, 12) : phrases.nothing,
    });
  const forest: Forest = {
    classes: file.classes.length,
    edges: file.edges.map((own) => Float32Array.from(own)),
    roots: Int32Array.from(file.roots),
    right: Int32Array.from(file.right),
    feature: Int32Array.from(file.feature),
    bin: Uint8Array.from(file.bin),
    votes: Uint16Array.from(file.votes),
  };
  if (!isSound(forest, featureNames(file.recipe).length))
    throw fault(where, { en: 'trees that lead nowhere', zh: '无法遍历的决策树' });
  const { recipe, classes, labelled, cellM, group, ground } = file;
  return { recipe, classes, labelled, cellM: toInside(cellM), group, ground, forest };
}

function parsed(text: string, where: string): ModelFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault(where, { en: 'no JSON', zh: '不是 JSON' });
  }
  const file = (typeof value === 'object' && value !== null ? value : {}) as Partial<ModelFile>;
  if (file.kind !== kind) throw fault(where, typeof file.kind === 'string' ? file.kind : phrases.nothing);
  if (file.version !== version)
    throw fault(where, { en: `version ${String(file.version)}`, zh: `版本 ${String(file.version)}` });
  return file as ModelFile;
}

function fault(where: string, found: string | Text): AfterlodeError {
  const expected = { en: `a ${kind}, version ${version}`, zh: `${kind}，版本 ${version}` };
  return new AfterlodeError('VACANT_MODEL', where, { found, expected });
}

/** A checksum tells chance apart, not purpose: every way down a tree must end, and inside the arrays. */
function isSound(forest: Forest, features: number): boolean {
  const { edges, roots, right, feature, votes, classes, bin } = forest;
  const nodes = right.length;
  if (edges.length !== features || feature.length !== nodes || bin.length !== nodes) return false;
  if (roots.length === 0 || !roots.every((root) => root >= 0 && root < nodes)) return false;
  return right.every((away, node) => {
    const asked = feature[node] as number;
    if (away === 0) return asked >= 0 && (asked + 1) * classes <= votes.length;
    return away > node + 1 && away < nodes && asked >= 0 && asked < features;
  });
}
