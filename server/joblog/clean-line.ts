/**
 * Takes from a line what the way it was kept added to it: colours, section markers, timestamps with the number of their stream,
 * prefixes of journald, Docker and Kubernetes, and the JSON of structured logs.
 */

/** A section marker of GitLab; the runner writes it in front of the first or last line of the section. */
export interface Marker {
  readonly starts: boolean;
  readonly section: string;
}

export interface CleanLine {
  readonly text: string;
  /** The blanks behind it: a line that was cut for its length goes on behind them. */
  readonly tail: string;
  /** It goes on with the line before, which was cut for its length. */
  readonly continues: boolean;
  /** It came with a prefix, so it is not one of a text that somebody wrapped. */
  readonly isPrefixed: boolean;
  /** The log of the manager, not that of a job. */
  readonly isManager: boolean;
  /** `00` for what the runner itself says, where the timestamps tell. */
  readonly stream: string | undefined;
  readonly markers: readonly Marker[];
  /** What was made of it, where it is kept: per-line.ts. */
  readonly known: unknown[] | undefined;
}

type Prefix = { -readonly [Name in 'continues' | 'isPrefixed' | 'isManager' | 'stream']: CleanLine[Name] };

const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
/** Colours, titles, what journald makes of the escape character, and what a terminal shows for it. */
const COLOURS = new RegExp(
  [
    `${ESCAPE}\\[[0-9;?]*[ -/]*[@-~]`,
    `${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)`,
    `${ESCAPE}[@-Z\\-_]`,
    '#033\\[[0-9;]*[mK]',
    '\\^\\[\\[[0-9;]*[mK]',
  ].join('|'),
  'g',
);
/** What is left of a colour when the escape character was lost on the way; `[minimum` is none. */
const LOST_COLOURS = /\[(?:(?:\d{1,2};){0,4}\d{1,2}m|(?:\d{1,2};){1,4}m|m(?![a-z])|0K)/g;
const MARKERS = /section_(start|end):\d+:([\w.-]{1,100})(?:\[[^\]]{0,200}\])?\r?/g;

const TIMESTAMP =
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?(?: (?:([0-9a-f]{2})([OE])([ +])|)|$)/;
const JOURNAL =
  /^(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d [^\s]{1,100} ([^\s:[]{1,60})(?:\[\d+\])?|\d{4}-\d\d-\d\dT[\d:.,]{8,20}(?:Z|[+-]\d\d:?\d\d) [^\s]{1,100} ([^\s:[]{1,60})\[\d+\]): /;
const COMPOSE = /^[\w.-]{1,80} +\| /;
const POD = /^\[pod\/[^\]]{1,200}\] /;
/** Of the container runtime of a node, behind the time. */
const CRI = /^(?:stdout|stderr) [FP] /;
const QUOTE = /^> ?/;
/** The number of the line, as it is copied from the page of a job. */
const NUMBER = /^\s{0,4}\d{1,6}\s{0,2}(?=(?:ERROR|WARNING|FATAL|PANIC): |\$ |Running with |Job succeeded)/;
const LEVEL = /\blevel=(\w+) /;

const NO_MARKERS: readonly Marker[] = [];

/** A line, cleaned. What is dear to look for is looked for only where a character tells that it may be there. */
export function cleanLine(raw: string): CleanLine {
  const prefix: Prefix = { continues: false, isPrefixed: false, isManager: false, stream: undefined };
  let text = withoutColours(raw);
  for (let before = ''; before !== text; ) {
    before = text;
    text = withoutPrefix(text, prefix);
  }
  let markers = NO_MARKERS;
  if (text.includes('section_')) {
    const found: Marker[] = [];
    text = text.replace(MARKERS, (_, kind: string, section: string) => {
      found.push({ starts: kind === 'start', section });
      return '';
    });
    markers = found;
  }
  if (text.includes('[')) text = text.replace(LOST_COLOURS, '');
  const structured = structuredText(text);
  if (structured) {
    prefix.isManager ||= structured.isManager;
    prefix.isPrefixed = true;
    text = structured.text;
  }
  // A field of structured text in which quotation marks are escaped.
  if (text.includes('\\"')) text = text.replaceAll('\\"', '"');
  const whole = text.includes('\r') ? text.replaceAll('\r', ' ') : text;
  const trimmed = whole.trimEnd();
  const tail = trimmed.length === whole.length ? '' : whole.slice(trimmed.length);
  const { continues, isPrefixed, isManager, stream } = prefix;
  return { text: trimmed, tail, continues, isPrefixed, isManager, stream, markers, known: undefined };
}

function withoutColours(raw: string): string {
  return raw.includes(ESCAPE) || raw.includes('#033') || raw.includes('^[') ? raw.replace(COLOURS, '') : raw;
}

function withoutPrefix(text: string, prefix: Prefix): string {
  if (!mayBePrefixed(text, prefix)) return text;
  const journal = text.includes(isDigit(text.charCodeAt(0)) ? ']: ' : ': ') ? JOURNAL.exec(text) : null;
  if (journal) {
    prefix.isPrefixed = true;
    prefix.isManager ||= (journal[1] ?? journal[2])?.startsWith('gitlab-runner') === true;
    return text.slice(journal[0].length);
  }
  const timestamp = TIMESTAMP.exec(text);
  if (timestamp) {
    prefix.isPrefixed = true;
    prefix.stream = timestamp[1] ?? prefix.stream;
    if (timestamp[3] === '+') prefix.continues = true;
    return text.slice(timestamp[0].length);
  }
  const other = (prefix.isPrefixed && CRI.exec(text)) || POD.exec(text) || COMPOSE.exec(text);
  if (other) {
    prefix.isPrefixed = true;
    return text.slice(other[0].length);
  }
  const copied = QUOTE.exec(text) ?? NUMBER.exec(text);
  return copied ? text.slice(copied[0].length) : text;
}

/** Most lines begin with a word: that of a month, of a stream, or of a service with a bar behind it is a prefix. */
function mayBePrefixed(text: string, { isPrefixed }: Prefix): boolean {
  if (!isLetter(text.charCodeAt(0))) return text !== '';
  return text.charAt(3) === ' ' || (isPrefixed && text.startsWith('std')) || text.includes(' | ');
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

type StructuredText = Pick<CleanLine, 'text' | 'isManager'>;

/** A line of JSON or of `level=… msg=…` as the runner writes it for people: its level, what it says, and the fields behind it. */
function structuredText(text: string): StructuredText | undefined {
  if (text.startsWith('{')) return text.trimEnd().endsWith('}') ? jsonText(text) : undefined;
  const level = text.includes('level=') ? LEVEL.exec(text) : undefined;
  const said = level && /\bmsg=("(?:[^"\\]|\\.)*"|[^\s]*)/.exec(text);
  if (!level?.[1] || !said?.[1]) return undefined;
  const rest = text.slice(said.index + said[0].length);
  return { text: `${level[1].toUpperCase()}: ${unquoted(said[1])}${rest}`, isManager: true };
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}

const notFields = new Set(['level', 'msg', 'message', 'time', 'timestamp', 'severity']);

function jsonText(text: string): StructuredText | undefined {
  const fields = parsed(text);
  if (!fields) return undefined;
  // What Docker keeps a line in.
  if (typeof fields.log === 'string') return cleanLine(fields.log.trimEnd());
  const said = fields.msg ?? fields.message;
  if (typeof said !== 'string') return undefined;
  const level = fields.level ?? fields.severity;
  const rest = Object.entries(fields).flatMap(([name, value]) =>
    notFields.has(name) ? [] : [`${name}=${String(value)}`],
  );
  const before = typeof level === 'string' ? `${level.toUpperCase()}: ` : '';
  return { text: [before + said, ...rest].join(' '), isManager: true };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
