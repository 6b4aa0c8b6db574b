/** The globals and one runner as a document: what can be said of a place in a long file depends on nothing else. */
import type { Position } from 'vscode-languageserver-types';
import { type Placed, rangeIn } from './block';
import type { ConfigDocument, Placement } from './document';

/**
 * The part of a text that a block depends on. Around the globals stands the first runner, since what may be written there depends
 * on there being one.
 */
export function excerptOf(document: ConfigDocument, blocks: readonly Placed[], of: Placed): ConfigDocument {
  const first = blocks[0]?.block.kind === 'globals' ? blocks[0] : undefined;
  const runner = of === first ? blocks[1] : of;
  if (!runner) return document;
  const text = (first?.block.text ?? '') + runner.block.text;
  const seam = first?.block.text.length ?? 0;
  return document.excerpt(text, document.region ? inRegion(document, runner, seam) : inFile(first, runner));
}

/** A part of a file: its own map of offsets tells the places. */
function inRegion(document: ConfigDocument, runner: Placed, seam: number): Placement {
  const gap = runner.start - seam;
  const toWhole = (offset: number) => (offset < seam ? offset : offset + gap);
  return {
    position: (offset) => document.position(toWhole(offset)),
    offset(position) {
      const offset = document.offset(position);
      return offset < runner.start ? Math.min(offset, seam) : Math.min(offset - gap, seam + runner.block.text.length);
    },
    edits: (edits) =>
      document.edits(edits.map((edit) => ({ ...edit, start: toWhole(edit.start), end: toWhole(edit.end) }))),
  };
}

/** A whole file: the lines of the blocks tell the places. */
function inFile(first: Placed | undefined, runner: Placed): Placement {
  const seam = first?.block.text.length ?? 0;
  const position = (offset: number): Position => {
    const [placed, at] = first && offset < seam ? [first, offset] : [runner, offset - seam];
    return rangeIn(placed, { start: at, end: at }).start;
  };
  return {
    position,
    offset({ line, character }) {
      if (line >= runner.line) return seam + runner.block.lines.offset({ line: line - runner.line, character });
      return first ? Math.min(seam, first.block.lines.offset({ line, character })) : 0;
    },
    edits: (edits) =>
      edits.map(({ start, end, newText }) => ({ range: { start: position(start), end: position(end) }, newText })),
  };
}
