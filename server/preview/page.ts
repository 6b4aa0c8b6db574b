/** A page of a preview as it is written, line by line: each with where it comes from. */
import type { PreviewOrigin, ShownPreview } from '../../protocol/preview';
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { type Message, message } from '../text/message';
import type { Span } from '../text/span';
import type { IdleKey } from './no-effect';
import { type Origin, originsBelow } from './origin';
import type { Preview } from './preview';
import { documentsOf, previewYaml } from './preview-yaml';

/** Why the runner does not load a configuration, and the line of the file from zero. */
export interface LoadProblem {
  readonly message: Message;
  readonly line: number;
}

/** The lines of a preview as they are written. */
export class Page {
  private text = '';
  private readonly lines: number[] = [];
  private readonly origins: PreviewOrigin[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly configuration: Configuration,
    private readonly context: Context,
  ) {}

  get shown(): Omit<ShownPreview, 'runner'> {
    const { text, lines, origins } = this;
    return { text, lines, origins };
  }

  /** Texts of the runner may be of several lines, and hold what no editor shows. */
  comment(said: Message, origin = -1, shown = (text: string) => text): void {
    for (const line of shown(this.context.say(said)).split(/\r\n?|[\n\u0085\u2028\u2029]/)) {
      this.line(`# ${withoutControls(line)}`.trimEnd(), origin);
    }
  }

  problem(problem: LoadProblem | undefined): void {
    if (!problem) return;
    const { line, message: what } = problem;
    this.comment(message('preview.not-loaded'));
    const said = message('preview.not-loaded.line', { line: line + 1, problem: what });
    const start = { line, character: 0 };
    this.comment(said, this.number({ said: this.context.say(said), range: { start, end: start } }));
  }

  failure({ error, cause }: Preview): void {
    if (error === undefined) return;
    const origin = this.originOf(cause);
    this.comment(message('preview.fails', { error }), origin);
    const range = this.origins[origin]?.range;
    if (!range || cause?.by !== 'key' || !cause.span) return;
    const [text = ''] = this.configuration.document.text.slice(cause.span.start, cause.span.end).split('\n');
    this.comment(message('preview.fails.line', { line: range.start.line + 1, text: text.trim() }), origin);
  }

  body(preview: Preview): void {
    const { text, pointers } = previewYaml(preview);
    const origins = originsBelow(documentsOf(preview));
    const known = new Map<string, number>();
    this.text += text;
    for (const pointer of pointers) this.lines.push(this.at(pointer, origins, known));
  }

  /** Keys that no line comes from, at the end: nothing is to be looked for in vain. */
  idle(keys: readonly IdleKey[]): void {
    if (keys.length > 0) this.comment(message('preview.no-effect'));
    for (const { key, start, end } of keys) {
      const name = `runners.${key}`;
      const said = this.context.say(message('preview.origin.no-effect', { key: name }));
      const range = this.configuration.document.range({ start, end });
      this.comment(message('preview.no-effect.key', { key: name }), this.number({ said, range }));
    }
  }

  /** The origin of what a line shows: its own, or that of what it is a part of. */
  private at(pointer: string, origins: ReadonlyMap<string, Origin>, known: Map<string, number>): number {
    if (pointer === '') return -1;
    let number = known.get(pointer);
    if (number === undefined) {
      const origin = origins.get(pointer);
      number = origin ? this.originNumber(origin) : this.at(pointer.slice(0, pointer.lastIndexOf('/')), origins, known);
      known.set(pointer, number);
    }
    return number;
  }

  /** The number of an origin, for a line. */
  originOf(origin: Origin | undefined): number {
    return origin ? this.originNumber(origin) : -1;
  }

  private originNumber(origin: Origin): number {
    const said = this.context.say(originMessage(origin));
    const span: Span | undefined = origin.by === 'key' ? origin.span : undefined;
    return this.number({ said, ...(span && { range: this.configuration.document.range(span) }) });
  }

  private number(origin: PreviewOrigin): number {
    const { start, end } = origin.range ?? {};
    const key = JSON.stringify([origin.said, start?.line, start?.character, end?.line, end?.character]);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.origins.push(origin) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }

  line(text: string, origin = -1): void {
    this.text += `${text}\n`;
    this.lines.push(origin);
  }
}

/** A comment of YAML holds none but tabs. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

function originMessage(origin: Origin): Message {
  switch (origin.by) {
    case 'key':
      return message('preview.origin.key', { key: `runners.${origin.key}` });
    case 'default':
      return message('preview.origin.default', { key: `runners.${origin.key}` });
    case 'flag':
      return message('preview.origin.flag', { flag: origin.flag });
    case 'job':
      return message('preview.origin.job', { field: origin.field });
    case 'variable':
      return message('preview.origin.variable', { variable: origin.variable });
    case 'runner':
      return message('preview.origin.runner');
  }
}
