/**
 * Entropy weights and TOPSIS as one would write them from the formulas, on rows of numbers: what the engine is measured
 * against. It does the same work for complete tables of positive benefits.
 */
export function plainTopsis(rows: readonly (readonly number[])[]): number[] {
  const weights = plainEntropy(rows);
  const lengths = weights.map((_, j) => Math.sqrt(rows.reduce((sum, row) => sum + at(row, j) ** 2, 0)));
  const weighted = rows.map((row) => row.map((value, j) => (at(weights, j) * value) / at(lengths, j)));
  const best = weights.map((_, j) => Math.max(...weighted.map((row) => at(row, j))));
  const worst = weights.map((_, j) => Math.min(...weighted.map((row) => at(row, j))));
  return weighted.map((row) => {
    const toBest = Math.sqrt(row.reduce((sum, value, j) => sum + (value - at(best, j)) ** 2, 0));
    const toWorst = Math.sqrt(row.reduce((sum, value, j) => sum + (value - at(worst, j)) ** 2, 0));
    return toWorst / (toBest + toWorst);
  });
}

function plainEntropy(rows: readonly (readonly number[])[]): number[] {
  const divergences = (rows[0] ?? []).map((_, j) => {
    const sum = rows.reduce((total, row) => total + at(row, j), 0);
    const entropy = rows.reduce((total, row) => {
      const share = at(row, j) / sum;
      return share > 0 ? total - share * Math.log(share) : total;
    }, 0);
    return 1 - entropy / Math.log(rows.length);
  });
  const total = divergences.reduce((sum, one) => sum + one, 0);
  return divergences.map((one) => one / total);
}

function at(list: readonly number[], place: number): number {
  return list[place] as number;
}
