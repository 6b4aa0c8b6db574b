/** The sections of a document as they nest in the text; what symbols, folding and selection have in common. */
import type { Position } from 'vscode-languageserver-types';
import type { ConfigDocument } from '../meaning/document';
import { countBefore } from '../text/search';
import type { Header, Section, Span } from '../toml/syntax';

/**
 * A section with the sections below it that follow in the text. A table that is continued after another one
 * (`[a.b]`, `[a.c]`, `[a.b.d]`) does not nest again, so that no two ranges cross.
 */
export interface SectionNode {
  readonly section: Section;
  readonly header: Header;
  /** The names of the header. An unfinished last part (`[runners.`) is an empty name. */
  readonly path: readonly string[];
  readonly children: SectionNode[];
  /** Where the section's own text ends: after its last pair, or after the comments that belong to it. */
  readonly ownEnd: number;
  /** Where the last section below ends. */
  end: number;
}

/**
 * The tables of a document that no other one in front of them holds. `follower`: where the header stands that follows on the
 * document, if it is a part of a text.
 */
export function sectionTree(document: ConfigDocument, follower?: Position): SectionNode[] {
  const roots: SectionNode[] = [];
  const open: SectionNode[] = [];
  const { sections } = document.syntax;
  for (const [index, section] of sections.entries()) {
    const { header } = section;
    if (!header) continue;
    const path = header.key.segments.map((segment) => segment.name);
    for (let around = open.at(-1); around && !holds(around.path, path); around = open.at(-1)) open.pop();
    const next = sections[index + 1]?.header;
    const ownEnd = endOf(document, section, header, next ? document.position(next.start) : follower);
    const node: SectionNode = { section, header, path, children: [], ownEnd, end: ownEnd };
    (open.at(-1)?.children ?? roots).push(node);
    for (const ancestor of open) ancestor.end = ownEnd;
    open.push(node);
  }
  return roots;
}

/** The comments between two offsets, in order. */
export function commentsBetween(document: ConfigDocument, start: number, end: number): Span[] {
  const { comments } = document.syntax;
  const placeOf = (offset: number) => countBefore(comments.length, (index) => (comments[index]?.start ?? 0) < offset);
  return comments.slice(placeOf(start), placeOf(end));
}

function holds(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.length < inner.length && outer.every((name, index) => name === inner[index]);
}

/** Comments directly above the next header are about that one, unless they are indented deeper: keys switched off. */
function endOf(document: ConfigDocument, section: Section, header: Header, next: Position | undefined): number {
  const lastPair = section.pairs.at(-1);
  const end = lastPair ? Math.min(lastPair.end, section.end) : header.end;
  const comments = commentsBetween(document, end, section.end);
  if (next) removeAbove(document, next, comments);
  return Math.max(end, comments.at(-1)?.end ?? end);
}

/** Takes the comments directly above a header from the end of a list. */
function removeAbove(document: ConfigDocument, { line, character }: Position, comments: Span[]): void {
  for (let above = line - 1; ; above--) {
    const last = comments.at(-1);
    const start = last && document.position(last.start);
    if (start?.line !== above || start.character > character) return;
    comments.pop();
  }
}
