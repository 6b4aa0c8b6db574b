/** Reads a file, or standard input, piece by piece: a log may be longer than memory. */
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 1 << 16;
const WAIT = 10;

/** The pieces of a file; each is gone when the next is asked for. */
export function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    yield* piecesFrom(file);
  } finally {
    closeSync(file);
  }
}

/** The pieces of an open file: 0 is standard input. */
export function* piecesFrom(file: number): Generator<Uint8Array> {
  const piece = new Uint8Array(PIECE);
  for (;;) {
    const length = readSome(file, piece);
    if (length === 0) return;
    yield piece.subarray(0, length);
  }
}

/** A pipe or terminal that has nothing yet is waited for. */
function readSome(file: number, piece: Uint8Array): number {
  for (;;) {
    try {
      return readSync(file, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
    }
  }
}
