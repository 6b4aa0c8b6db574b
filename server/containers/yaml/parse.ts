/** Reads YAML with the `yaml` package: its concrete syntax tree, which every text has, however broken it is at the moment. */
import { append } from '../../text/append';
import type { Span } from '../../text/span';
import { maskYaml } from './mask';
import { type CST, Depth, syntaxTokens } from './package';
import { type Disturbance, TRIVIA, TreeReader } from './read-tree';
import type { YamlDocument, YamlEntry, YamlNode } from './tree';

/** What the parser gives up at is passed over, and the rest is read as if it began there; so often at the most. */
const MOST_ATTEMPTS = 20;
/** So many things that are being typed are passed over. */
const MOST_REPAIRS = 8;
/** In all: a parser that reads 1 MB takes about a second. */
const MOST_READ_AGAIN = 400_000;
/** Brackets in brackets, and dashes in a line. */
const DEEPEST = 100;
/** Behind the text: the package goes to the end of the file with a quote that no other one follows, whatever the indentation. */
const QUOTES = '\n# "\'';
interface Attempt {
  readonly value: CST.Token | undefined;
  /** Where the first thing stands that has no place in the tree. */
  readonly lost: number | undefined;
}

/** Reads the document of `text` between two offsets; `start` is the start of a line, or of a document's mark. Never throws. */
export function parseYaml(text: string, span: Span): YamlDocument {
  let masked = maskYaml(text.slice(span.start, span.end));
  const budget = { characters: MOST_READ_AGAIN };
  for (let repairs = 0; ; repairs++) {
    const { disturbance, root, anchors } = readAll(text, span, masked, budget);
    budget.characters -= masked.length;
    if (!disturbance || repairs === MOST_REPAIRS || budget.characters < 0) return { root, anchors };
    masked = repaired(masked, disturbance);
  }
}

/** As a letter, a bracket or quote takes nothing that follows; a comment is no part of a key. */
function repaired(masked: string, { kind, start, end }: Disturbance): string {
  if (kind === 'lines') return masked.slice(0, start) + asComment(masked.slice(start, end)) + masked.slice(end);
  const openers = /^(?:["']|[[{]+)/.exec(masked.slice(start, start + 100))?.[0] ?? '';
  return masked.slice(0, start) + 'x'.repeat(openers.length) + masked.slice(start + openers.length);
}

function asComment(lines: string): string {
  return lines.replace(/[^\s][^\r\n]*/g, (line) => `#${'x'.repeat(line.length - 1)}`);
}

interface Reading extends YamlDocument {
  /** The first one; those that follow may come from it. */
  readonly disturbance: Disturbance | undefined;
}

function readAll(text: string, span: Span, masked: string, budget: { characters: number }): Reading {
  const anchors = new Map<string, YamlNode>();
  let root: YamlNode | undefined;
  let disturbance: Disturbance | undefined;
  let from = 0;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && from < masked.length; attempt++) {
    const { value, lost } = firstDocument(masked.slice(from) + QUOTES);
    const reader = new TreeReader(text, span.start + from, span.end, anchors);
    const node = reader.node(value);
    disturbance ??= firstOf(reader.disturbances, from);
    if (root?.kind === 'map') append(root.entries, entriesOf(node));
    else if (!root || node?.kind === 'map') root = node;
    if (lost === undefined || budget.characters < 0) break;
    from = lineToGoOnFrom(masked, from, from + lost);
    budget.characters -= masked.length - from;
  }
  return { root, anchors, disturbance };
}

/** What goes on in another shape than it began belongs to the root all the same. */
function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  if (node?.kind === 'sequence') return node.items.flatMap((item) => (item.kind === 'map' ? item.entries : []));
  return node?.kind === 'map' ? node.entries : [];
}

function firstOf(disturbances: readonly Disturbance[], base: number): Disturbance | undefined {
  const [first, ...others] = disturbances;
  if (!first) return undefined;
  const { kind, start, end } = others.reduce((least, each) => (each.start < least.start ? each : least), first);
  return { kind, start: base + start, end: base + end };
}

/** A line of a key or of an item of a sequence: something that can be read on its own. */
const ENTRY = /^ *(?:-[ \t]|(?:- +)*["']?[\w./-]+["']?[ \t]*:(?=[ \t\r\n]|$))/gm;

/** The line of what was lost, or the next one that is an entry; a line after the one that was begun with. */
function lineToGoOnFrom(text: string, from: number, lost: number): number {
  const line = text.lastIndexOf('\n', lost - 1) + 1;
  const feed = text.indexOf('\n', lost);
  if (line <= from && feed === -1) return text.length;
  ENTRY.lastIndex = line > from ? line : feed + 1;
  return ENTRY.exec(text)?.index ?? text.length;
}

/** The tree of the first document, and what comes after it by mistake. */
function firstDocument(masked: string): Attempt {
  let document: CST.Document | undefined;
  const depth = new Depth(DEEPEST);
  try {
    for (const token of syntaxTokens(masked, depth)) {
      if (document && (token.type === 'document' || token.type === 'error')) {
        return { value: document.value, lost: token.offset };
      }
      if (token.type !== 'document') continue;
      document = token;
      const lost = token.end?.find(({ type }) => !TRIVIA.has(type));
      if (lost) return { value: document.value, lost: lost.offset };
    }
    return { value: document?.value, lost: depth.exceeded };
  } catch {
    // So many levels that the parser runs out of the stack.
    return { value: document?.value, lost: undefined };
  }
}
