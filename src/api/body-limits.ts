const mebibyte = 1024 * 1024;

/** Bytes that a body may have, by what it brings; files are limited as they stream in. Stated in docs/guide/limits.md. */
export const bodyLimits = {
  /** Where a route says nothing. */
  usual: mebibyte,
  /** Counties with three figures each. */
  counties: 4 * mebibyte,
  /** Tables of one place. */
  tables: 16 * mebibyte,
  /** Tables of many places and years. */
  manyTables: 32 * mebibyte,
  /** GeoJSON, and models of images. */
  shapes: 64 * mebibyte,
  /** Files, unless the operator says otherwise. */
  files: 512 * mebibyte,
} as const;
