/** White space inside statements: one space around `=`, none around dots and inside the brackets of a header. */
import type { Header, Key, KeyValue, Section, Value } from '../../toml/syntax';
import type { EditList } from './edit-list';
import type { Layout } from './row-layout';
import { rowAt } from './rows';

/** Adds the edits for the statements of all rows that are not frozen. */
export function spaceStatements({ document, rows, frozen }: Layout, edits: EditList): void {
  const { text } = document;
  for (const { header, pairs } of document.syntax.sections as readonly Section[]) {
    if (header && !frozen[rowAt(rows, header.start)]) spaceHeader(text, header, edits);
    for (const pair of pairs) {
      if (!frozen[rowAt(rows, pair.start)]) spacePair(text, pair, edits);
    }
  }
}

function spaceHeader(text: string, header: Header, edits: EditList): void {
  const brackets = header.array ? 2 : 1;
  edits.replace(header.start + brackets, header.key.start, '');
  edits.replace(header.key.end, header.end - brackets, '');
  spaceKey(text, header.key, edits);
}

function spacePair(text: string, pair: KeyValue, edits: EditList): void {
  if (pair.equals < 0) return;
  spaceKey(text, pair.key, edits);
  edits.replace(pair.key.end, pair.equals, ' ');
  edits.replace(pair.equals + 1, pair.value.start, ' ');
  spaceValue(text, pair.value, edits);
}

function spaceKey(text: string, { segments }: Key, edits: EditList): void {
  let end = -1;
  for (const segment of segments) {
    if (end >= 0) {
      const dot = text.indexOf('.', end);
      edits.replace(end, dot, '');
      edits.replace(dot + 1, segment.start, '');
    }
    end = segment.end;
  }
}

function spaceValue(text: string, value: Value, edits: EditList): void {
  if (value.type === 'array') for (const item of value.items) spaceValue(text, item, edits);
  else if (value.type === 'inline-table') for (const pair of value.pairs) spacePair(text, pair, edits);
}
