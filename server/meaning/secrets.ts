/**
 * Where secrets stand in a text: behind the names of keys that hold them, also where the text is broken and nobody knows what is a
 * value. It is read by its lines: whatever follows such a name on its line, and lines that go on with it.
 */
import type { Schema, Secrecy } from '../schema/types';
import { distance } from '../text/distance';
import { lettersOf, NamesAlike } from '../text/letters';
import { lastBefore } from '../text/search';
import type { Span } from '../text/span';
import { words } from '../text/words';
import type { KeyValue } from '../toml/syntax';
import type { ConfigDocument } from './document';
import { sectionAt } from './locate';

/** Shorter pieces give nothing away. */
const SHORTEST_SECRET = 3;

const ELLIPSIS = '…';

/** Longer names are no names. */
const LONGEST_NAME = 80;

/** What of a key of this name is a secret; a name that no runner knows is judged by what it looks like. */
export function secrecyOf(schema: Schema, name: string): Secrecy | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  let known = judged.get(schema);
  if (!known) {
    known = new Map();
    judged.set(schema, known);
  }
  let secrecy = known.get(name);
  if (secrecy === undefined) {
    secrecy = judge(schema, name) ?? NONE;
    if (known.size >= MOST_JUDGED) known.clear();
    known.set(name, secrecy);
  }
  return secrecy === NONE ? undefined : secrecy;
}

/** The words of a broken text repeat: one that was judged is not judged again. */
const judged = new WeakMap<Schema, Map<string, Secrecy | typeof NONE>>();
const NONE = '';
const MOST_JUDGED = 500;

function judge(schema: Schema, name: string): Secrecy | undefined {
  const folded = name.toLowerCase();
  const { secrets, secretWords } = schema.newest();
  if (Object.hasOwn(secrets, folded)) return secrets[folded];
  const known = misspelledIn(secretNames(secrets), folded);
  const joined = words(name).join('_');
  const looksSecret = secretWords.some((word) => joined.includes(word));
  if (!known && !looksSecret) return undefined;
  return schema.named(name).length > 0 ? undefined : known ? secrets[known] : 'value';
}

/** By the table of the schema that they stand in. */
const namesOf = new WeakMap<object, NamesAlike>();

function secretNames(secrets: Readonly<Record<string, Secrecy>>): NamesAlike {
  let names = namesOf.get(secrets);
  if (!names) {
    names = new NamesAlike(Object.keys(secrets));
    namesOf.set(secrets, names);
  }
  return names;
}

/** The first of the names that may be meant: in a long one two letters may differ. */
function misspelledIn(names: NamesAlike, name: string): string | undefined {
  return names.like(name, lettersOf(name), 2).find((secret) => {
    const most = secret.length > 6 ? 2 : 1;
    return distance(name, secret, most) <= most;
  });
}

/** From where on a line is secret. */
interface SecretLine {
  readonly from: number;
  readonly secrecy: Secrecy;
  /** The line is in a list that is not closed: a pair in it is an entry without quotes. */
  readonly isOpen?: boolean;
}

/** What is looked at around a finding; lines may be long. */
const WINDOW = 4000;
/** More lines of one finding say no more. */
const MOST_LINES = 20;

/** The secret text on the lines of a place, without the names in its entries; empty where there is none. */
function secretText(document: ConfigDocument, schema: Schema, { start, end }: Span): string {
  const { lines, text } = document;
  const from = Math.max(0, start - WINDOW);
  const to = Math.min(end, start + WINDOW) + WINDOW;
  const first = lines.lineOf(start);
  const last = Math.min(lines.lineOf(end), first + MOST_LINES);
  const known = linesOf(document, schema);
  let found = '';
  for (let line = first; line <= last; line++) {
    const secret = earlier(inPair(document, schema, line, Math.max(start, lines.lineStart(line))), known.at(line));
    if (!secret) continue;
    const part = text.slice(Math.max(secret.from, from), Math.min(lines.lineEnd(line), to));
    found += `${secret.secrecy === 'entries' ? withoutNames(part) : part}\n`;
  }
  return found;
}

function earlier(one: SecretLine | undefined, other: SecretLine | undefined): SecretLine | undefined {
  return one && other ? (one.from < other.from ? one : other) : (one ?? other);
}

/** The values of entries alone, and none of feature flags, which are no secret. */
function withoutNames(text: string): string {
  return text.replace(/\bFF_\w+=[^"',\s]*/g, ' ').replace(/(?<![\w-])[A-Za-z_][\w-]*=/g, ' ');
}

/** A line in the value of a pair over several lines. */
function inPair(document: ConfigDocument, schema: Schema, line: number, at: number): SecretLine | undefined {
  const pair = lastBefore(sectionAt(document, at).pairs, at);
  if (!pair || at > pair.end) return undefined;
  const secrecy = secrecyOfPair(pair, schema);
  return secrecy && { from: Math.max(pair.key.end, document.lines.lineStart(line)), secrecy };
}

/** Found once: the findings in a long value ask one after the other. */
const ofPairs = new WeakMap<KeyValue, { readonly schema: Schema; readonly secrecy: Secrecy | undefined }>();

function secrecyOfPair(pair: KeyValue, schema: Schema): Secrecy | undefined {
  let known = ofPairs.get(pair);
  if (known?.schema !== schema) {
    known = { schema, secrecy: secrecyOfSegments(pair, schema) };
    ofPairs.set(pair, known);
  }
  return known.secrecy;
}

function secrecyOfSegments({ key: { segments } }: KeyValue, schema: Schema): Secrecy | undefined {
  for (const { name } of segments) {
    const secrecy = secrecyOf(schema, name);
    if (secrecy) return secrecy;
  }
  return undefined;
}

const known = new WeakMap<ConfigDocument, SecretLines>();

function linesOf(document: ConfigDocument, schema: Schema): SecretLines {
  let lines = known.get(document);
  if (lines?.schema !== schema) {
    lines = new SecretLines(document, schema);
    known.set(document, lines);
  }
  return lines;
}

class SecretLines {
  private readonly read = new Map<number, SecretLine | undefined>();

  constructor(
    private readonly document: ConfigDocument,
    readonly schema: Schema,
  ) {}

  at(line: number): SecretLine | undefined {
    let top = line;
    while (!this.read.has(top) && !this.named(top) && this.continues(top)) top--;
    for (let each = top; each <= line; each++) {
      if (!this.read.has(each)) this.read.set(each, this.named(each) ?? this.goingOn(each));
    }
    return this.read.get(line);
  }

  /** The line as a part of a secret that begins above it. */
  private goingOn(line: number): SecretLine | undefined {
    const above = this.continues(line) ? this.read.get(line - 1) : undefined;
    const textAbove = this.text(line - 1);
    if (!above || endsList.test(textAbove) || (!above.isOpen && endsString.test(textAbove))) return undefined;
    const isOpen = above.isOpen || endsOpen(textAbove);
    if (!isOpen && pair.test(this.text(line))) return undefined;
    return { from: this.document.lines.lineStart(line), secrecy: above.secrecy, isOpen };
  }

  /** Whether a line may go on with the one above: no header, comment or known key, and not blank. */
  private continues(line: number): boolean {
    const text = this.text(line);
    if (line === 0 || /^\s*(?:$|#|\[)/.test(text)) return false;
    const name = pair.exec(text)?.[1];
    return name === undefined || !this.schema.named(name).some((key) => key.name === name);
  }

  private text(line: number): string {
    const { lines, text } = this.document;
    return text.slice(lines.lineStart(line), lines.lineEnd(line));
  }

  /** The first name of a secret on a line, where a key may stand. */
  private named(line: number): SecretLine | undefined {
    const text = this.text(line);
    if (/^\s*#/.test(text)) return undefined;
    for (const { 0: name, index } of text.matchAll(/[A-Za-z][\w-]*/g)) {
      const end = index + name.length;
      if (!isKey(text, index, end)) continue;
      const secrecy = secrecyOf(this.schema, name);
      if (secrecy) return { from: this.document.lines.lineStart(line) + end, secrecy };
    }
    return undefined;
  }
}

/** Whether a word may be a key: something stands in front of it that can, and an `=` or `:` behind it; or it is the first of its line. */
function isKey(line: string, start: number, end: number): boolean {
  if (start > 0 && !/[\s.{,;"'`“”‘’«([]/.test(line.charAt(start - 1))) return false;
  let after = end;
  while (/["'`“”‘’»\]]/.test(line.charAt(after))) after++;
  while (/\s/.test(line.charAt(after))) after++;
  if (/[=:＝：]/.test(line.charAt(after)) || line.startsWith('->', after)) return true;
  return start < 40 && /^\s*(?:export\s+|set\s+|-+\s*|\[{1,2}\s*)?["'`“‘]?$/.test(line.slice(0, start));
}

/** A key with a value behind it. */
const pair = /^\s*([\w.-]+)\s*[=:]\s*[^\s=]/;

/** Whether a line ends within a list. */
function endsOpen(line: string): boolean {
  return /[[,][ \t]*(?:#|$)/.test(line);
}

/** A line that ends with a whole string. */
const endsString = /=\s*(?:"[^"\\]*"|'[^']*')\s*(?:#|$)/;
/** A line that ends with the end of a list or table. */
const endsList = /[\]}][\s,;]*(?:#|$)/;

/** Whether something secret stands on the lines of a place. */
export function holdsSecret(document: ConfigDocument, schema: Schema, span: Span): boolean {
  return /\S{3}/.test(secretText(document, schema, span));
}

/** Takes what a text repeats of the secrets on the lines of a place out of it. */
export function withoutSecrets(document: ConfigDocument, schema: Schema, span: Span): (text: string) => string {
  let secret: string | undefined;
  return (text) => {
    if (text.length < SHORTEST_SECRET || isVocabulary(text, schema)) return text;
    secret ??= secretText(document, schema, span);
    return secret === '' ? text : withoutSecret(text, secret, schema);
  };
}

/** Names and headers that the runner knows, and words that are no secret wherever they stand. */
function isVocabulary(text: string, schema: Schema): boolean {
  if (/^["']?(?:true|false|yes|no|on|off|null|nil|none|undefined)["']?$/i.test(text)) return true;
  const name = /^\[{0,2}([\w.-]+)\]{0,2}$/.exec(text)?.[1];
  if (name === undefined) return false;
  return schema.named(name).length > 0 || (name.includes('.') && schema.at(name.split('.')) !== undefined);
}

/** A text without what it repeats of a secret. The name of an entry stays. */
function withoutSecret(text: string, secret: string, schema: Schema): string {
  const pieces = text.split(/[\s"'`“”‘’«»=,;:<>{}[\]()…\\+-]+/);
  // A number may be written without its underscores.
  const known = secret + secret.replaceAll('_', '');
  const repeats = pieces.some(
    (piece) => piece.length >= SHORTEST_SECRET && known.includes(piece) && !isVocabulary(piece, schema),
  );
  if (!repeats) return text;
  const [entry = ''] = /^["']?[A-Za-z_][\w.-]*=/.exec(text) ?? [];
  const kept = entry === '' || secret.includes(entry.replace(/^["']|=$/g, '')) ? /^["']?/.exec(text)?.[0] : entry;
  return `${kept}${ELLIPSIS}${/["']?$/.exec(text)?.[0]}`;
}
