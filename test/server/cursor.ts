/** Reads a text in which `|` marks the cursor. */

/** The text without the mark, and the offset where it stood. Exactly one `|` is expected. */
export function readCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error(`No cursor | in: ${marked}`);
  if (marked.indexOf('|', offset + 1) >= 0) throw new Error(`More than one cursor | in: ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
