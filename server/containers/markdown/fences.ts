/**
 * Finds the runner configurations in Markdown: in fenced and in indented code blocks, as CommonMark reads them
 * (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), also in list items and block quotes.
 */

import { createOffsetMap, PieceList } from '../../text/offset-map';
import { isTooMany } from '../bounded';
import type { Region } from '../region';
import { blockEdits } from '../yaml/block-edit';
import { type FenceLanguage, languageOfInfo, regionsOfFence } from './fence-languages';
import { LineReader } from './lines';
import { type Container, continueContainers, openContainers } from './nesting';

/** Of backticks the info string may have none, or it would be code in a line. */
const OPENING = /^(?:(`{3,})(?!`)([^`]*)|(~{3,})(?!~)(.*))$/;
/** Columns that make a line code. */
const INDENTED = 4;
/** What is no more text of a paragraph: there a line without the indentation of a list item still belongs to it. */
const OTHER_BLOCK = /^(?:[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|[>#]|`{3}|~{3})/;

/** The regions of a Markdown file in their order. Never throws. */
export function markdownRegions(text: string): Region[] {
  if (!/runner|concurrent/i.test(text)) return [];
  const regions: Region[] = [];
  const containers: Container[] = [];
  let code: Code | undefined;
  let inParagraph = false;
  const close = () => {
    if (code) regions.push(...code.regions());
    code = undefined;
  };

  for (let start = 0; start < text.length && !isTooMany(regions.length); ) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    const end = feed < 0 ? next : text[feed - 1] === '\r' && feed > start ? feed - 1 : feed;
    const line = new LineReader(text, start, end);
    start = next;

    const matched = continueContainers(line, containers);
    if (code?.goesOn(line) && matched === containers.length) {
      if (code.isClosedBy(line)) close();
      else code.add(line, next);
      continue;
    }
    close();
    if (!inParagraph || !isParagraph(line)) containers.length = matched;
    openContainers(line, containers);
    code = openFence(text, line, next, containers);
    if (!code && !inParagraph && isIndented(line)) {
      code = new Code(text, undefined, 'any', INDENTED, containers, line.start);
      code.add(line, next);
    } else inParagraph = isParagraph(line);
  }
  close();
  return regions;
}

function isParagraph(line: LineReader): boolean {
  return !line.isBlank && !OTHER_BLOCK.test(line.rest.trimStart());
}

/** Code without a fence. */
function isIndented(line: LineReader): boolean {
  return !line.isBlank && line.indentation() >= INDENTED;
}

function openFence(source: string, line: LineReader, next: number, containers: readonly Container[]) {
  const indent = line.indentation();
  const opening = indent < INDENTED ? OPENING.exec(line.rest.trim()) : null;
  if (!opening) return undefined;
  const info = opening[2] ?? opening[4] ?? '';
  return new Code(source, opening[1] ?? opening[3] ?? '', languageOfInfo(info), indent, containers, next);
}

/** The code of a fence, or, where there are no marks, of lines that are indented. */
class Code {
  private readonly list: PieceList;
  /** Where the line after the last one begins. */
  private end: number;

  constructor(
    private readonly source: string,
    private readonly marks: string | undefined,
    private readonly language: FenceLanguage | undefined,
    private readonly indent: number,
    private readonly containers: readonly Container[],
    private readonly start: number,
  ) {
    this.list = new PieceList(source);
    this.end = start;
  }

  /** A fence goes on until it is closed. */
  goesOn(line: LineReader): boolean {
    return this.marks !== undefined || line.isBlank || isIndented(line);
  }

  isClosedBy(line: LineReader): boolean {
    if (this.marks === undefined || line.indentation() >= INDENTED) return false;
    const marks = line.rest.trim();
    return marks.length >= this.marks.length && marks === this.marks.charAt(0).repeat(marks.length);
  }

  /** A line of the text: as much white space as the fence has is not part of it. */
  add(line: LineReader, next: number): void {
    this.end = next;
    if (!this.language) return;
    line.skipSpace(this.indent);
    const { position, end, owed } = line;
    // The part of a tab that is text stands for as many spaces.
    if (owed > 0) this.list.replace(position - 1, 1, ' '.repeat(owed));
    this.list.copy(position, end - position);
    if (next - end === 1) this.list.copy(end, 1);
    else if (next > end) this.list.replace(end, next - end, '\n');
  }

  regions(): Region[] {
    if (!this.language) return [];
    const text = this.list.text();
    const { source, start, end } = this;
    const write = blockEdits(source, text, { margin: this.margin() });
    const map = createOffsetMap(this.list, { start, end, limit: end }, write);
    return regionsOfFence({ text, map, host: { start, end } }, this.language);
  }

  /** What stands before a new line of the text. */
  private margin(): string {
    const around = this.containers.map((container) => (container === 'quote' ? '> ' : ' '.repeat(container)));
    return around.join('') + ' '.repeat(this.indent);
  }
}
