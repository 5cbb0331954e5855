/**
 * The least that finds a second eigenvector: walks from places to activities and back over a dense table of presences, by plain
 * iteration, a fixed number of times.
 */
export function meanWalks(present: Float64Array, places: number, activities: number, rounds: number): number {
  let values = Float64Array.from({ length: places }, (_, at) => Math.sin(at));
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(activities);
    for (let row = 0; row < places; row++) {
      const value = values[row] as number;
      for (let column = 0; column < activities; column++)
        sums[column] = (sums[column] as number) + value * (present[row * activities + column] as number);
    }
    values = values.map((_, row) => {
      let sum = 0;
      for (let column = 0; column < activities; column++)
        sum += (sums[column] as number) * (present[row * activities + column] as number);
      return sum;
    });
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    values = values.map((value) => value / length);
  }
  return values[0] as number;
}
