/** The block quotes and list items that a line of Markdown stands in, as far as code fences need it. */
import type { LineReader } from './lines';

/** A block quote, or a list item whose content begins so many columns into what is around it. */
export type Container = 'quote' | number;

/** More than anybody writes. */
const DEEPEST = 50;
const LIST_MARKER = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;
const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Takes the beginning of a line that belongs to the containers, and says how many of them it goes on with. */
export function continueContainers(line: LineReader, containers: readonly Container[]): number {
  let matched = 0;
  for (const container of containers) {
    if (container === 'quote') {
      if (!takeQuote(line)) break;
    } else {
      if (!line.isBlank && line.indentation() < container) break;
      line.skipSpace(container);
    }
    matched++;
  }
  return matched;
}

/** Takes the `>` and the list markers that begin new containers, and adds these. */
export function openContainers(line: LineReader, containers: Container[]): void {
  while (containers.length < DEEPEST && line.indentation() < 4) {
    if (takeQuote(line)) {
      containers.push('quote');
      continue;
    }
    const rest = line.rest.trimStart();
    const marker = LIST_MARKER.exec(rest)?.[0];
    if (marker === undefined || THEMATIC_BREAK.test(rest)) return;
    const before = line.skipSpace(3);
    line.advance(marker.length);
    const after = line.indentation();
    // A line with five columns begins with indented code; one with nothing else has its content below.
    const gap = after > 4 || line.isBlank ? 1 : after;
    line.skipSpace(gap);
    containers.push(before + marker.length + gap);
  }
}

function takeQuote(line: LineReader): boolean {
  if (line.indentation() > 3 || !line.rest.trimStart().startsWith('>')) return false;
  line.skipSpace(3);
  line.advance(1);
  line.skipSpace(1);
  return true;
}
