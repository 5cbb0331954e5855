/** No key or name is longer, and nothing resembles what is. */
const longestWord = 200;

/** Up to three of the candidates that resemble a word, nearest first; `-` where none does. */
export function near(word: string, candidates: Iterable<string>): string {
  if (word.length > longestWord) return '-';
  const limit = Math.max(2, Math.floor(word.length / 3));
  const found = [...candidates]
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= limit || candidate.startsWith(word))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
  return found.length === 0 ? '-' : found.join(', ');
}

/** How many letters must be put in, left out or exchanged to turn one word into the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      const best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      next.push(best);
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
