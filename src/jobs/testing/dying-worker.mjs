// A thread that dies in the middle of a tile.
export function answerTile() {
  process.exit(3);
}
