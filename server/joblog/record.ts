/** Lines that are one message: an error and what follows it where a paste was wrapped, or a line that was cut for its length. */
import type { CleanLine } from './clean-line';
import { perLine } from './per-line';

/** More lines than that are no message. */
const MOST_LINES = 12;
/** Longer texts are cut: what an error says stands in front. */
const LONGEST = 1 << 16;

/** What begins a message, so that what is before it does not go on there. */
const HEAD =
  /^(?:ERROR|WARNING|FATAL|PANIC|INFO|DEBUG)\b|^(?:fatal|remote|error|warning|Warning|Error|E|npm|curl|bash|sh): |^(?:\$ |#\d+ |\*\*\* |---|Running |Preparing |Using |Getting |Fetching |Pulling |Waiting for |Checking |Restoring |Saving |Uploading |Downloading |Executing |Cleaning up |Initialized |Reinitialized |Created |Skipping |Will be retried|Job succeeded|Job's log exceeded |Runtime platform)/;

export interface RecordLine {
  readonly line: number;
  readonly clean: CleanLine;
  /** The numbers of the words that were found in it. */
  readonly words: readonly number[];
}

export class LogRecord {
  constructor(readonly lines: RecordLine[]) {}

  /** Whether a line goes on with it. */
  goesOnWith(clean: CleanLine): boolean {
    const last = this.lines.at(-1)?.clean;
    if (!last || this.lines.length >= MOST_LINES) return false;
    return clean.continues || (mayGoOn(clean) && isLoose(last));
  }

  add(line: RecordLine): void {
    this.lines.push(line);
  }

  get first(): RecordLine | undefined {
    return this.lines[0];
  }

  /** Its line, where there is only one. */
  get only(): CleanLine | undefined {
    return this.lines.length === 1 ? this.first?.clean : undefined;
  }

  get isCut(): boolean {
    return this.lines.some(({ clean }) => clean.continues);
  }

  /** All of it as one line. */
  get text(): string {
    return this.only ? textOf(this.only) : this.joined;
  }

  private get joined(): string {
    let text = '';
    let tail = '';
    for (const { clean } of this.lines) {
      text = clean.continues ? text + tail + clean.text : `${text} ${clean.text.trimStart()}`;
      tail = clean.tail;
    }
    return plain(text);
  }
}

/** A line as a message. */
export const textOf = perLine(({ text }) => plain(text));

function plain(text: string): string {
  return text
    .trimStart()
    .replace(/\s{2,}/g, ' ')
    .slice(0, LONGEST);
}

const NO_WORDS: readonly number[] = [];

/** The lines before one that it goes on with; from the first on. `before`: the last one first, undefined where there are no more. */
export function linesBefore(
  clean: CleanLine,
  line: number,
  before: (distance: number) => CleanLine | undefined,
): RecordLine[] {
  const found: RecordLine[] = [];
  let behind = clean;
  // A line before is only made a text where it may be needed.
  while (mayGoOn(behind)) {
    const each = before(found.length + 1);
    if (!each || (!behind.continues && !isLoose(each))) break;
    found.push({ line: line - found.length - 1, clean: each, words: NO_WORDS });
    behind = each;
  }
  return found.reverse();
}

/** Whether a line may go on with the one before it. */
function mayGoOn(clean: CleanLine): boolean {
  return clean.continues || (isLoose(clean) && !beginsMessage(clean));
}

const beginsMessage = perLine(({ text }) => isHead(text));

/** Whether a line may be part of a text that somebody wrapped. */
function isLoose({ isPrefixed, text, markers }: CleanLine): boolean {
  return !isPrefixed && text !== '' && markers.length === 0;
}

/** Whether a line begins a message. */
export function isHead(text: string): boolean {
  return HEAD.test(text);
}
