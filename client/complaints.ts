/**
 * What job logs complained of while this window is open, and which of it a configuration does not answer yet. Free of VS Code.
 */
import type { Complaint, ExplainedCure, ExplainedError, ExplanationResult } from '../protocol/explanation';

/** An error of a log that was explained. */
export interface Heard {
  readonly complaint: Complaint;
  /** What happened and why. */
  readonly message: string;
  /** The configuration that it was explained with; without one it may be any. */
  readonly file: string | undefined;
}

/** Those of before are about something else by now. */
const MOST = 30;

export class Complaints {
  private heard: readonly Heard[] = [];
  /** By complaint and file the cures that it lacked when it was first looked at. */
  private readonly lacking = new WeakMap<Heard, Map<string, readonly ExplainedCure[]>>();

  /** Remembers what a log complained of. */
  hear({ errors }: ExplanationResult, file: string | undefined): void {
    const heard = errors.map((error) => heardOf(error, file));
    const others = this.heard.filter((each) => !heard.some((other) => isSame(each, other)));
    this.heard = [...heard, ...others].slice(0, MOST);
    for (const [index, { cures }] of errors.entries()) {
      const each = heard[index];
      if (each && file !== undefined) this.gapsIn(each, file, cures);
    }
  }

  /** Those that may be about a file, the last log's first. */
  about(file: string): readonly Heard[] {
    return this.heard.filter((each) => each.file === undefined || each.file === file);
  }

  /** Of the cures of a file as it is now the best one of each runner where the gap still is the one that was complained of. */
  gapsIn(heard: Heard, file: string, cures: readonly ExplainedCure[]): readonly ExplainedCure[] {
    const known = this.lacking.get(heard) ?? new Map<string, readonly ExplainedCure[]>();
    this.lacking.set(heard, known);
    // A file that lacked nothing then, or could not be read, is looked at anew.
    if (!known.get(file)?.length) known.set(file, cures);
    const before = known.get(file) ?? [];
    const isOpen = (runner: string) =>
      before.filter((each) => keyOf(each) === runner).every((each) => isLeft(each, cures));
    const runners = [...new Set(before.map(keyOf))].filter(isOpen);
    return runners.flatMap((runner) => cures.find((each) => keyOf(each) === runner) ?? []);
  }
}

/** Of the cures of now the one that was meant before. */
export function sameCure(cures: readonly ExplainedCure[], meant: ExplainedCure): ExplainedCure | undefined {
  return cures.find((each) => keyOf(each) === keyOf(meant) && each.choice === meant.choice);
}

/** Each of the ways to a cure answers the complaint: done is what is left out, or what has something else where the user was to say it. */
function isLeft(before: ExplainedCure, cures: readonly ExplainedCure[]): boolean {
  const now = sameCure(cures, before);
  return now !== undefined && now.held === before.held;
}

/** A runner without a name is told by its place. */
function keyOf({ runner: { name, index } }: ExplainedCure): string {
  return name === undefined ? String(index) : `name ${name}`;
}

function heardOf({ complaint, message }: ExplainedError, file: string | undefined): Heard {
  return { complaint, message, file };
}

function isSame(one: Heard, other: Heard): boolean {
  return one.file === other.file && JSON.stringify(one.complaint) === JSON.stringify(other.complaint);
}
