/**
 * A configuration at one version of its file: the whole text, and the blocks that it can be read in. Where tables are spread over
 * blocks, or templates and merge conflicts reach over them, there is one block: the whole.
 */

import type { Position, Range } from 'vscode-languageserver-types';
import { append } from '../text/append';
import { once } from '../text/once';
import { countBefore } from '../text/search';
import type { Span } from '../text/span';
import { unshared } from '../text/unshared';
import { cutBlocks, recut } from '../toml/blocks';
import { type Block, BlockParser, makeBlocks, moved, type Placed, rangeIn } from './block';
import type { ConfigDocument } from './document';
import { excerptOf } from './excerpt';
import type { VersionMark } from './target';
import { versionMarks } from './target';

export interface Configuration {
  /** The whole text; parsed when somebody asks for more than the text. */
  readonly document: ConfigDocument;
  readonly parser: BlockParser;
  /** The text as it was cut, also where it has to be read as a whole: for the next version. */
  readonly pieces: readonly Placed[];
  /** The blocks in their order; empty where the text has to be read as a whole. */
  readonly blocks: readonly Placed[];
  /** The comments that name a version, with offsets of the whole text. */
  readonly marks: readonly VersionMark[];
  /** What stands around a position, with what it depends on: the globals and the runner; or the whole. */
  around(position: Position): ConfigDocument;
  /** The range in the file of a span of a block; of a span of the whole text without one. */
  range(placed: Placed | undefined, span: Span): Range;
}

/** Does what is to be done with a new block, now that it is parsed. `marks`: what the text up to it says of the version. */
export type Attend = (block: Block, marks: readonly VersionMark[]) => void;

/** Reads a text, taking over what did not change since `before`, a configuration of the same place. */
export function readConfiguration(document: ConfigDocument, before?: Configuration, attend?: Attend): Configuration {
  const parser = before?.parser ?? new BlockParser(document.part);
  // What is said of an example depends on all of it; it is short.
  if (!document.traits.writable) return wholeConfiguration(document, parser, []);
  const cut = cutAnew(document, parser, before);
  const { pieces } = cut;
  if (isStillCut(cut, before, attend)) return cutConfiguration(document, parser, pieces, NO_MARKS);
  const blocks = independent(document.text, pieces, attend);
  return blocks ? cutConfiguration(document, parser, blocks) : wholeConfiguration(document, parser, pieces);
}

const NO_MARKS: readonly VersionMark[] = [];

/** The pieces of a text, of which these are new. */
interface Cut {
  readonly pieces: readonly Placed[];
  readonly first: number;
  readonly end: number;
}

/** The text as it is cut, anew only where it changed. */
function cutAnew(document: ConfigDocument, parser: BlockParser, before: Configuration | undefined): Cut {
  const known = before?.pieces ?? [];
  const { first, last, between } = recut(document.text, { text: before?.document.text ?? '', blocks: known }, (texts) =>
    makeBlocks(texts.map(unshared), parser),
  );
  const kept = known.slice(known.length - last).map(({ block }) => block);
  return {
    pieces: [...known.slice(0, first), ...place([...between, ...kept], known[first - 1])],
    first,
    end: first + between.length,
  };
}

/** Whether the text can be read in its pieces since it could before, and the new ones change nothing about that: the rest is not looked at. */
function isStillCut({ pieces, first, end }: Cut, before: Configuration | undefined, attend?: Attend): boolean {
  const wasCut = before !== undefined && before.blocks.length > 0 && before.blocks === before.pieces;
  if (!wasCut || before.marks.length > 0 || pieces.length < 2 || pieces.length > MAXIMUM_BLOCKS) return false;
  // What stood first may be the globals.
  if (first === 0 && pieces[end]?.block === before.pieces[0]?.block) return false;
  for (let index = first; index < end; index++) {
    const { block } = pieces[index] as Placed;
    const { isRead } = block;
    if (block.isOpen || block.marks.length > 0) return false;
    if (block.kind === 'other' || (block.kind === 'globals' && index > 0)) return false;
    if (!isRead) attend?.(block, NO_MARKS);
  }
  return true;
}

/** Of more runners not as much is kept as of these: they are read as a whole, as far as that is read. */
const MAXIMUM_BLOCKS = 30_000;

/** The pieces that can be read each by itself; undefined where the text is one whole, which most such texts tell in their first piece. */
function independent(text: string, pieces: readonly Placed[], attend?: Attend): readonly Placed[] | undefined {
  if (pieces.length < 2 || pieces.length > MAXIMUM_BLOCKS) return undefined;
  let isOpen = false;
  const marks: VersionMark[] = [];
  for (const piece of pieces) {
    const { block } = piece;
    const { isRead } = block;
    if (block.marks.length > 0) append(marks, block.marks);
    if (block.isOpen) isOpen = true;
    else if (block.kind === 'other' || (block.kind === 'globals' && piece !== pieces[0])) return undefined;
    else if (!isRead) attend?.(block, marks);
  }
  if (!isOpen) return pieces;
  // What was joined for the version before may be joined otherwise now.
  const apart = pieces.flatMap(({ block }) => takenApart(block));
  if (apart.length > pieces.length) return independent(text, place(apart), attend);
  const blocks = joined(
    text,
    pieces.map(({ block }) => block),
  );
  const areSound = blocks?.every(({ kind }, index) => kind === 'runner' || (kind === 'globals' && index === 0));
  return blocks && areSound && blocks.length > 1 ? place(blocks) : undefined;
}

function takenApart(block: Block): readonly Block[] {
  const texts = cutBlocks(block.text, 0, block.text.length);
  return texts.length > 1 ? texts.map((text) => block.withText(unshared(text))) : [block];
}

function wholeConfiguration(document: ConfigDocument, parser: BlockParser, pieces: readonly Placed[]): Configuration {
  return {
    document,
    parser,
    pieces,
    blocks: [],
    get marks() {
      return versionMarks(document);
    },
    around: () => document,
    range: (_, span) => document.range(span),
  };
}

/** So often a block is joined with one more: each time it is read from its beginning. */
const MOST_JOINED = 16;

/** Joins a block that ends inside of a string with those behind it up to where the string ends; undefined where that takes too long. */
function joined(text: string, blocks: readonly Block[]): readonly Block[] | undefined {
  if (blocks.length < 2 || !blocks.some(({ isOpen }) => isOpen)) return blocks;
  const result: Block[] = [];
  let start = 0;
  for (let index = 0; index < blocks.length; index++) {
    let block = blocks[index];
    if (!block) break;
    for (let joins = 0; block.openQuotes; joins++) {
      if (joins === MOST_JOINED) return undefined;
      const closing = text.indexOf(block.openQuotes, start + block.text.length);
      if (closing < 0) break;
      let end = start + block.text.length;
      while (end <= closing) end += blocks[++index]?.text.length ?? text.length;
      block = block.withText(unshared(text.slice(start, end)));
    }
    result.push(block);
    start += block.text.length;
  }
  return result;
}

/** Gives blocks their places, behind another one. */
function place(blocks: readonly Block[], behind?: Placed): Placed[] {
  let start = behind ? behind.start + behind.block.text.length : 0;
  let line = behind ? behind.line + behind.block.lineBreaks : 0;
  return blocks.map((block) => {
    const placed = { block, start, line };
    start += block.text.length;
    line += block.lineBreaks;
    return placed;
  });
}

/** `known`: its comments that name a version, where that is known. */
function cutConfiguration(
  document: ConfigDocument,
  parser: BlockParser,
  blocks: readonly Placed[],
  known?: readonly VersionMark[],
): Configuration {
  let last: { readonly of: Placed; readonly document: ConfigDocument } | undefined;
  const marks = once(
    () =>
      known ??
      blocks.flatMap(({ block, start }) =>
        block.marks.length > 0 ? block.marks.map((mark) => moved(mark, start)) : [],
      ),
  );
  /** Found by the lines of its block: those of the whole text are not counted for it. */
  const positionAt = (offset: number): Position => {
    const placed = placedAt(blocks, offset);
    const inBlock = offset - placed.start;
    return rangeIn(placed, { start: inBlock, end: inBlock }).start;
  };
  return {
    document,
    parser,
    pieces: blocks,
    blocks,
    get marks() {
      return marks();
    },
    around(position) {
      const of = document.region ? placedAt(blocks, document.offset(position)) : placedAtLine(blocks, position.line);
      if (last?.of !== of) last = { of, document: excerptOf(document, blocks, of) };
      return last.document;
    },
    range(placed, span) {
      if (document.region) return document.range(moved(span, placed?.start ?? 0));
      return placed ? rangeIn(placed, span) : { start: positionAt(span.start), end: positionAt(span.end) };
    },
  };
}

/** The block that holds an offset. */
function placedAt(blocks: readonly Placed[], offset: number): Placed {
  return blocks[
    Math.max(0, countBefore(blocks.length, (index) => (blocks[index]?.start ?? 0) <= offset) - 1)
  ] as Placed;
}

function placedAtLine(blocks: readonly Placed[], line: number): Placed {
  return blocks[Math.max(0, countBefore(blocks.length, (index) => (blocks[index]?.line ?? 0) <= line) - 1)] as Placed;
}
