/**
 * An entry of `volumes` for a daemon of Linux: `[source:]destination[:mode][:z][:propagation]`, as the runner's own expression takes it
 * (executors/docker/internal/volumes/parser/linux_parser.go) before it expands variables in the destination. It is narrower than what
 * `docker run -v` takes. Checked against verdicts/values.json and preview/functions-docker.json.
 */
import { message } from '../text/message';
import type { Span } from '../text/span';
import { optionsAt } from './continuations';
import { type Continuations, failing, type GrammarProblem, type Reading, shown } from './grammar';

export interface DockerVolume {
  /** A path of the host or the name of a volume; empty where the runner makes a volume of its own. */
  readonly source: string;
  readonly destination: string;
  readonly readOnly: boolean;
}

/** Reads an entry for Linux. */
export function readLinuxVolume(text: string): Reading<DockerVolume> {
  const parts = partsOf(text);
  const problem =
    characterProblem(text) ??
    sourceProblem(text, parts) ??
    destinationProblem(text, parts) ??
    optionsProblem(text, parts);
  if (problem) return { problems: [problem] };
  const { source, destination, options } = parts;
  const readOnly = /^:ro(?:[:,]|$)/i.test(textOf(text, options));
  return { value: { source: textOf(text, source), destination: textOf(text, destination), readOnly }, problems: [] };
}

interface Parts {
  readonly source: Span | undefined;
  readonly destination: Span | undefined;
  /** What is behind the destination, with its colon. */
  readonly options: Span;
}

/** No part of a path has a colon, so the first two colons tell the parts. */
function partsOf(text: string): Parts {
  const first = text.indexOf(':');
  if (first < 0)
    return {
      source: undefined,
      destination: { start: 0, end: text.length },
      options: { start: text.length, end: text.length },
    };
  // A path and something that is none: an option.
  if (
    text.startsWith('/') &&
    !/^\s*[/$]/.test(text.slice(first + 1, first + 50)) &&
    !isPathLike(text.slice(first + 1))
  ) {
    return { source: undefined, destination: { start: 0, end: first }, options: { start: first, end: text.length } };
  }
  const second = text.indexOf(':', first + 1);
  const end = second < 0 ? text.length : second;
  return {
    source: { start: 0, end: first },
    destination: { start: first + 1, end },
    options: { start: end, end: text.length },
  };
}

/** Whether what follows a path is a relative path rather than an option. */
function isPathLike(text: string): boolean {
  const [part = ''] = /^[^:,]*/.exec(text) ?? [];
  return (
    part.includes('/') ||
    (part !== '' && text === part && kindOf(part) === undefined && !dockersOwn.has(part.toLowerCase()))
  );
}

function textOf(text: string, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end) : '';
}

function characterProblem(text: string): GrammarProblem | undefined {
  if (text.trim() === '') return whole(text, 'empty');
  if (/^[A-Za-z]:(?:\\|\/[^:]*:\/)/.test(text)) return windowsSource(text);
  const at = text.search(/[\\*?"<>|\r\n]/);
  return at < 0
    ? undefined
    : failing({ start: at, end: at + 1 }, message('invalid-value.volume.character', { character: text.charAt(at) }));
}

/** A path of Windows with a destination in Linux, as Docker's own tools take it; Docker Desktop knows the drive as `/c`. */
function windowsSource(text: string): GrammarProblem {
  const [, drive = '', path = '', rest = ''] = /^([A-Za-z]):([\\/][^:]*)(.*)$/s.exec(text) ?? [];
  const repaired = `/${drive.toLowerCase()}${path.replaceAll('\\', '/')}${rest}`;
  const isRead = rest !== '' && readLinuxVolume(repaired).problems.length === 0;
  const span = { start: 0, end: drive.length + 1 + path.length };
  const said = failing(
    span,
    message('invalid-value.volume.windows-source', { source: shown(textOf(text, span)) }),
    isRead ? repaired : undefined,
  );
  return { ...said, guessed: true };
}

function whole(text: string, fault: 'empty'): GrammarProblem {
  return failing({ start: 0, end: text.length }, message(`invalid-value.volume.${fault}`));
}

function sourceProblem(text: string, { source }: Parts): GrammarProblem | undefined {
  if (!source) return undefined;
  const path = textOf(text, source);
  if (path.trim() === '')
    return failing(
      { start: 0, end: source.end + 1 },
      message('invalid-value.volume.no-source'),
      text.slice(source.end + 1),
    );
  if (/^\s+\//.test(path)) return blanks(text, source);
  if (path.startsWith('/')) return doubleSlash(text, source);
  if (!path.includes('/')) return undefined;
  return failing(source, message('invalid-value.volume.relative-source', { source: shown(path) }));
}

function destinationProblem(text: string, { source, destination }: Parts): GrammarProblem | undefined {
  if (!destination) return undefined;
  const path = textOf(text, destination);
  const place = path === '' ? { start: Math.max(0, destination.start - 1), end: destination.end } : destination;
  if (/^\s+\//.test(path)) return blanks(text, destination);
  if (!path.startsWith('/')) {
    const id = source ? 'invalid-value.volume.relative-destination' : 'invalid-value.volume.relative';
    const isName = /^[\w.-]+$/.test(path) && /\w/.test(path);
    const repaired = isName ? `${text.slice(0, destination.start)}/${text.slice(destination.start)}` : undefined;
    return { ...failing(place, message(id, { destination: shown(path) }), repaired), guessed: true };
  }
  const slashes = doubleSlash(text, destination);
  if (slashes) return slashes;
  return path.length <= LONGEST_PATH && cleanedPath(path) === '/'
    ? failing(destination, message('invalid-value.volume.root'))
    : undefined;
}

/** Linux takes no longer ones. */
const LONGEST_PATH = 4096;

/** A path as Go's path.Clean has it. */
export function cleanedPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function blanks(text: string, { start, end }: Span): GrammarProblem {
  const part = text.slice(start, end);
  const from = end - part.trimStart().length;
  return failing({ start, end: from }, message('invalid-value.volume.blank'), text.slice(0, start) + text.slice(from));
}

function doubleSlash(text: string, { start, end }: Span): GrammarProblem | undefined {
  const path = text.slice(start, end);
  const at = path.indexOf('//');
  if (at < 0) return undefined;
  const repaired =
    path.length > LONGEST_PATH ? undefined : text.slice(0, start) + path.replace(/\/{2,}/g, '/') + text.slice(end);
  return failing({ start: start + at, end: start + at + 2 }, message('invalid-value.volume.double-slash'), repaired);
}

const inOrder = /^(?::(?:ro|rw|o))?(?:[:,]z)?(?:[:,]r?(?:shared|slave|private))?$/i;

type OptionKind = 'mode' | 'label' | 'propagation';

const kinds: Readonly<Record<string, OptionKind>> = {
  ro: 'mode',
  rw: 'mode',
  o: 'mode',
  z: 'label',
  shared: 'propagation',
  slave: 'propagation',
  private: 'propagation',
  rshared: 'propagation',
  rslave: 'propagation',
  rprivate: 'propagation',
};

/** The options that may follow at an offset: a mode, a label, how mounts spread, in this order and each once. */
export function linuxOptions(text: string, offset: number): Continuations | undefined {
  const { source, options } = partsOf(text);
  if (!source || text.charAt(options.start) !== ':') return undefined;
  const start = options.start + 1;
  const found = optionsAt(text, offset, start, /[:,]/, offered);
  if (!found) return undefined;
  const before = text.slice(start, found.start).split(/[:,]/).map(kindOf);
  const last = Math.max(...before.map((kind) => (kind ? order.indexOf(kind) : -1)));
  return { ...found, texts: found.texts.filter((option) => order.indexOf(kindOf(option) ?? 'mode') > last) };
}

const order: readonly OptionKind[] = ['mode', 'label', 'propagation'];
const offered = ['ro', 'rw', 'z', 'Z', 'rslave', 'rshared', 'rprivate', 'slave', 'shared', 'private'];

/** What Docker or Podman take and the runner does not. */
const dockersOwn = new Set(['nocopy', 'copy', 'cached', 'delegated', 'consistent', 'default', 'u', 'rbind', 'bind']);

const otherWords: Readonly<Record<string, string>> = {
  readonly: 'ro',
  'read-only': 'ro',
  r: 'ro',
  readwrite: 'rw',
  w: 'rw',
};

function kindOf(option: string): OptionKind | undefined {
  const name = option.toLowerCase();
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
}

function optionsProblem(text: string, { options }: Parts): GrammarProblem | undefined {
  const written = text.slice(options.start, options.end);
  if (inOrder.test(written)) return undefined;
  const before = text.slice(0, options.start);
  let wrong: { readonly span: Span; readonly option: string } | undefined;
  const meant = new Map<OptionKind, string>();
  let isClear = true;
  let at = options.start + 1;
  for (const option of written.slice(1).split(/[:,]/, MOST_OPTIONS)) {
    const name = option.trim();
    const word = Object.hasOwn(otherWords, name.toLowerCase()) ? (otherWords[name.toLowerCase()] ?? name) : name;
    const kind = kindOf(word);
    if (kind && !meant.has(kind)) meant.set(kind, word);
    else if (kind || !(name === '' || dockersOwn.has(name.toLowerCase()))) isClear = false;
    if (!kindOf(option)) wrong ??= { span: { start: at, end: at + option.length }, option };
    at += option.length + 1;
  }
  const repaired = isClear ? before + inTheirOrder(meant) : undefined;
  if (!wrong)
    return failing({ start: options.start + 1, end: options.end }, message('invalid-value.volume.order'), repaired);
  const span = wrong.option === '' ? { start: wrong.span.start - 1, end: wrong.span.end } : wrong.span;
  return failing(span, message('invalid-value.volume.option', { option: shown(wrong.option) }), repaired);
}

/** More options nobody writes. */
const MOST_OPTIONS = 20;

function inTheirOrder(options: ReadonlyMap<OptionKind, string>): string {
  const sorted = order.flatMap((kind) => options.get(kind) ?? []);
  return sorted.length === 0 ? '' : `:${sorted.join(',')}`;
}
