/** What a command of the command line is given, and what it answers. */

import type { Catalog } from '../text/catalog';
import { type Message, message } from '../text/message';
import type { Colours } from './colours';
import type { StartThread } from './lint/task';
import { printable } from './printable';

/** How a command went: 0 well, 1 with errors in what it looked at, 2 it could not run. */
export interface Outcome {
  readonly status: 0 | 1 | 2;
  /** For standard output. */
  readonly output: string;
  /** For standard error. */
  readonly complaint?: string;
}

/** Bytes, or a text whose bytes nobody knows. */
export type Content = Uint8Array | string;

/** What a command needs besides its arguments. */
export interface Surroundings {
  /** Says all that is printed. */
  readonly catalog: Catalog;
  readStandardInput(): Content;
  /** The same piece by piece, for what may be longer than memory. */
  standardInputPieces?(): Iterable<Uint8Array>;
  /** Called before many texts are gone through, which most often are short; what it gives is told of each. */
  readonly tuneForShortTexts?: () => (text: string) => void;
  /** Where threads can help. */
  readonly startThread?: StartThread;
  /** Those of the terminal that the output goes to. */
  readonly colours?: Colours;
  /** Puts a line in the place of the last one; where somebody sees it. */
  readonly showProgress?: (line: string) => void;
}

/** A command; its arguments are those behind its name. */
export type Command = (args: readonly string[], surroundings: Surroundings) => Outcome;

/** A line for standard error. */
export function complaintLine({ say }: Catalog, complaint: Message): string {
  return `${printable(say(message('cli.complaint', { complaint })))}\n`;
}

/** The outcome of a command that could not run. */
export function refusal(catalog: Catalog, complaint: Message): Outcome {
  return { status: 2, output: '', complaint: complaintLine(catalog, complaint) };
}

/** The outcome of a command line that is wrong: what is, and how it goes. */
export function wrongUsage(catalog: Catalog, complaint: Message, usage: Message): Outcome {
  return { status: 2, output: '', complaint: `${complaintLine(catalog, complaint)}\n${catalog.say(usage)}` };
}
