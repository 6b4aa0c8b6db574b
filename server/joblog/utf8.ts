/** Makes UTF-8 of a log that is in UTF-16, as PowerShell writes what a command prints to a file. */

/** What a log begins with that says, or shows by a zero, which half of a character comes first. */
const beginnings: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The bytes of a log in UTF-8, piece by piece. */
export function* utf8(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let decoder: TextDecoder | undefined;
  let start: Uint8Array | undefined = new Uint8Array();
  for (const chunk of chunks) {
    let piece = chunk;
    if (start) {
      piece = joined(start, chunk);
      // The buffer behind it may be used again.
      start = piece.length < FEWEST ? piece.slice() : undefined;
      if (start) continue;
      const encoding = encodingOf(piece);
      decoder = encoding === undefined ? undefined : new TextDecoder(encoding);
    }
    yield decoder ? encoder.encode(decoder.decode(piece, { stream: true })) : piece;
  }
  if (start?.length) yield start;
}

/** As many bytes tell it. */
const FEWEST = 4;

function encodingOf(bytes: Uint8Array): string | undefined {
  const marked = beginnings.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return marked[1];
  const isZero = [0, 1, 2, 3].map((at) => bytes[at] === 0);
  if (isZero.join() === 'false,true,false,true') return 'utf-16le';
  return isZero.join() === 'true,false,true,false' ? 'utf-16be' : undefined;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
