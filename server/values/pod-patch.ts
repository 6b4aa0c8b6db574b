/**
 * What can be told of a patch of the pod without reading all of its YAML: which lines are indented with tabs, what it is as a whole, its
 * names at the top, and the operations of a JSON patch. The runner makes JSON of the text (PodSpecPatch in common/config.go) and hands
 * it to one of three libraries. A tab where something may begin is no white space to YAML; in `[…]` and `{…}`, in quotes and in blocks
 * of text it is.
 */
import type { Span } from '../text/span';

/** What the text is as a whole; `unknown` where a template or an anchor begins it. */
export type PatchShape = 'list' | 'map' | 'text' | 'nothing' | 'unknown';

/** A line that may begin something: not blank, not a comment, and not inside of quotes, of brackets or of a block of text. */
interface Line {
  readonly start: number;
  /** Its white space at the start. */
  readonly indent: string;
  readonly content: string;
}

export interface PodPatch {
  readonly shape: PatchShape;
  /** The tabs that indent lines. */
  readonly tabs: readonly Span[];
  /** Names of a mapping that begin at the start of a line, or those in braces. */
  readonly names: readonly (Span & { readonly name: string })[];
  /** Where a text in brackets or braces as a whole opens one that it does not close. */
  readonly open?: Span | undefined;
  /** The values of `op` in lines of their own, in block style. */
  readonly operations: readonly (Span & { readonly text: string })[];
}

/** Reads a patch. Time is linear in its length; of a very long one nothing is told. */
export function readPodPatch(text: string): PodPatch {
  if (text.length > LONGEST) return { shape: 'unknown', tabs: [], names: [], operations: [] };
  const lines = [...linesOf(text)];
  return {
    shape: shapeOf(lines),
    tabs: lines.flatMap(tabsOf),
    open: openBracket(text, lines),
    names: [...flowNames(text, lines), ...lines.flatMap(nameOf)],
    operations: lines.flatMap(operationOf),
  };
}

/** Longer patches nobody writes into a configuration. */
const LONGEST = 50_000;

function shapeOf([first]: readonly Line[]): PatchShape {
  const content = first?.content ?? '';
  if (/^(?:null|~)?$/.test(content)) return 'nothing';
  if (/^(?:\[|-(?:\s|$))/.test(content)) return 'list';
  if (/^[&*!%]|^\{\{/.test(content)) return 'unknown';
  if (content.startsWith('{') || content.startsWith('? ') || NAME.test(content)) return 'map';
  return 'text';
}

const NAME = /^(?:"(?:[^"\\]|\\.)*"\s*|'[^']*'\s*|[^\s"'#[\]{},|>][^#]*?):(?:\s|$)/;

function tabsOf({ start, indent, content }: Line): Span[] {
  // Only the rest of a text over several lines may have tabs before it.
  if (!indent.includes('\t') || !(/^-(?:\s|$)/.test(content) || NAME.test(content))) return [];
  return [...indent.matchAll(/\t+/g)].map(({ index, 0: tabs }) => ({
    start: start + index,
    end: start + index + tabs.length,
  }));
}

function nameOf({ start, indent, content }: Line): PodPatch['names'][number][] {
  const name = indent === '' ? /^["']?([A-Za-z]\w*)["']?\s*:(?:\s|$)/.exec(content)?.[1] : undefined;
  if (name === undefined) return [];
  const from = start + content.indexOf(name);
  return [{ name, start: from, end: from + name.length }];
}

/** The names at the top of a mapping in braces. */
function flowNames(text: string, [first]: readonly Line[]): PodPatch['names'][number][] {
  if (!first?.content.startsWith('{')) return [];
  const names: PodPatch['names'][number][] = [];
  let depth = 0;
  let name: PodPatch['names'][number] | undefined;
  let isAtName = false;
  const from = first.start + first.indent.length;
  for (const { 0: part, index } of text.slice(from).matchAll(FLOW)) {
    if (part === ':') {
      if (name) names.push(name);
      name = undefined;
    } else if (part === ',') isAtName = depth === 1;
    else if (part === '{' || part === '[') isAtName = ++depth === 1;
    else if (part === '}' || part === ']') {
      if (--depth === 0) break;
    } else {
      const bare = part.replace(/^["']|["']$/g, '');
      const start = from + index + part.indexOf(bare);
      name = isAtName && /^[A-Za-z]\w*$/.test(bare) ? { name: bare, start, end: start + bare.length } : undefined;
      isAtName = false;
    }
  }
  return names;
}

/** The last bracket that stays open in a text that begins with one. With a comment in it, it may be any. */
function openBracket(text: string, [first]: readonly Line[]): Span | undefined {
  if (!first || !/^[[{]/.test(first.content) || first.content.startsWith('{{') || /(?:^|\s)#/.test(text))
    return undefined;
  const open: number[] = [];
  const from = first.start + first.indent.length;
  for (const { 0: part, index } of text.slice(from).matchAll(FLOW)) {
    if (part === '{' || part === '[') open.push(from + index);
    else if (part === '}' || part === ']') open.pop();
    // What follows is another document, or nothing that is read as one.
    if (open.length === 0) return undefined;
  }
  const start = open.at(-1);
  return start === undefined ? undefined : { start, end: start + 1 };
}

const FLOW = /"(?:[^"\\]|\\[\s\S])*"?|'[^']*'?|[{}[\],:]|[^\s"'{}[\],:]+/g;

function operationOf({ start, indent, content }: Line): PodPatch['operations'][number][] {
  const match = /^(-\s+)?["']?op["']?\s*:\s*["']?([\w-]+)/.exec(content);
  const text = match?.[2];
  if (!match || text === undefined) return [];
  // Those of the list itself: what an operation adds may have an `op` of its own.
  if (indent.length > (match[1] ? 0 : DEEPEST)) return [];
  const end = start + indent.length + match[0].length;
  return [{ text, start: end - text.length, end }];
}

/** How far the names of an operation are indented at most. */
const DEEPEST = 4;

/** The lines that may begin something. */
function* linesOf(text: string): Iterable<Line> {
  const state = new State();
  for (const { 0: line, index: start } of text.matchAll(/[^\n]+/g)) {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    const content = line.slice(indent.length).trimEnd();
    if (content === '' || state.isBlockText(indent, content)) continue;
    const isInside = state.isInside;
    if (!isInside && (content.startsWith('#') || /^(?:---|%|\.\.\.)/.test(content))) {
      // What follows the first document nobody reads.
      if (content.startsWith('...')) return;
      continue;
    }
    if (!isInside) yield { start, indent, content };
    state.pass(indent, content);
  }
}

/** What is open at the end of a line. */
class State {
  private depth = 0;
  private quote = '';
  /** How far the line is indented that a block of text (`|`, `>`) belongs to. */
  private blockAt: number | undefined;

  get isInside(): boolean {
    return this.depth > 0 || this.quote !== '';
  }

  /** Whether a line is part of a block of text; the first that is not ends it. */
  isBlockText(indent: string, content: string): boolean {
    if (this.blockAt === undefined || content === '') return false;
    if (indent.length > this.blockAt) return true;
    this.blockAt = undefined;
    return false;
  }

  pass(indent: string, content: string): void {
    let before = ' ';
    for (let at = 0; at < content.length; at++) {
      const character = content.charAt(at);
      if (this.quote !== '') {
        if (character === '\\' && this.quote === '"') at++;
        else if (character === this.quote) this.quote = '';
      } else if (character === '#' && /\s/.test(before)) break;
      else if ((character === '"' || character === "'") && /[\s[{,:]/.test(before)) this.quote = character;
      else if ((character === '[' || character === '{') && (this.depth > 0 || /\s/.test(before))) this.depth++;
      else if ((character === ']' || character === '}') && this.depth > 0) this.depth--;
      before = character;
    }
    if (!this.isInside && /(?:^|[:\-?]\s+)[|>][-+\d]*(?:\s+#.*)?$/.test(content)) this.blockAt = indent.length;
  }
}
