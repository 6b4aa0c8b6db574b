/** Where a line begins that is told by how many lines above it are not blank; the text's end where there is none. */
export function writtenLineStart(text: string, above: number): number {
  let left = above;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    if (!isBlank(text, start, end) && left-- === 0) return start;
    start = end + 1;
  }
  return text.length;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (text[at] !== ' ' && text[at] !== '\r') return false;
  }
  return true;
}
