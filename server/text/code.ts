/** The codes of all diagnostics: a closed list, from schemas/rules. Codes are kebab-case and never change meaning. */
import { codes } from './generated/codes';

export type Code = keyof typeof codes;

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * What a finding is about; that decides where a text that is not whole silences it. `absence`: something is not there, which a
 * template may write, or an example may leave out. `table`: what table something stands in. `definition`: something is there
 * twice. `start`: how the text begins. `type`: of which type a value is; a string stays one, whatever is filled into it.
 * `filling`: that nobody has filled in a text. `repository`: what only a file under version control has; elsewhere nobody knows.
 */
export type About = 'absence' | 'table' | 'definition' | 'start' | 'type' | 'filling' | 'repository';

export interface CodeFacts {
  /** The default; a finding may be milder or more serious. */
  readonly severity: Severity;
  readonly about?: About;
  /** Codes that are the same cause where they are found at the same place. */
  readonly covers?: readonly Code[];
  /**
   * Switching it off by a comment is offered. Not so for what breaks the syntax, which is mended instead; for what is said of such
   * comments; and for what stands in YAML, outside of the text that comments are read in.
   */
  readonly canBeIgnored?: boolean;
  /** The runner loads the file all the same: an error of this code fails jobs, or ends the runner later. */
  readonly loads?: true;
  /** How loud it is in an example that no runner reads; silent where this is not said and it is louder than a hint. */
  readonly inExamples?: Severity;
}

/** What is known of a code. */
export function factsOf(code: Code): CodeFacts {
  return codes[code] as CodeFacts;
}

/** All codes, sorted. */
export const allCodes = Object.keys(codes).sort() as readonly Code[];

/** Whether a text is the code of a diagnostic. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}
