/** What the place of a configuration tells of it; everything else asks this instead of where the text lives. */
import type { Severity } from '../text/code';

/** What the place of a text expects of it. */
export type Role =
  /** A whole configuration. */
  | 'configuration'
  /** One `[[runners]]`, whose globals are dropped: `register --template-config`. */
  | 'template'
  /** No `[[runners]]`: they are added when the pod registers. */
  | 'globals';

export interface Traits {
  /** What the place expects of the text; undefined where that is not known. */
  readonly role: Role | undefined;
  /** Who puts the text before a runner: that is where a setting belongs which the text cannot have. */
  readonly owner: 'runner' | 'chart' | 'operator';
  /** Nothing is said louder than this: an example is read by no runner. */
  readonly loudest: Severity;
  /** Fixes, formatting and outline are offered; an example is left alone. */
  readonly writable: boolean;
  /**
   * What is written into it stands in the file as it is, but for indentation. Else (in folded, quoted and plain scalars of YAML)
   * no fix and no formatting changes it, and completion writes only what stands in its line as it is.
   */
  readonly editable: boolean;
  /** The text is passed through this language's templates, also where it looks like none. */
  readonly templates: 'go' | 'terraform' | 'shell' | undefined;
  /** Lines may be left out of it: `...`. */
  readonly elided: boolean;
  /**
   * The first line tells the indentation of the whole text, as in a block of YAML: it can have none of its own. This is how many
   * lines of templates stand above that one; undefined where no line tells it.
   */
  readonly linesAboveFirst: number | undefined;
  /** The text ends with the line break that it has. Of a literal block YAML says how it ends (`|-`), so none is missing there. */
  readonly ownsLastLineBreak: boolean;
}

/** A file that a runner reads as it is. */
export const OF_FILE: Traits = {
  role: undefined,
  owner: 'runner',
  loudest: 'error',
  writable: true,
  editable: true,
  templates: undefined,
  elided: false,
  linesAboveFirst: undefined,
  ownsLastLineBreak: true,
};

/** A part of a text whose other parts nobody knows: it is read as an example is. */
export function asPart(traits: Traits): Traits {
  return { ...traits, loudest: 'information', writable: false, elided: true };
}

/** The input of a test, whose faults may be what is tested: it is read as an example is, and nothing was left out of it. */
export function asTrial(traits: Traits): Traits {
  return { ...traits, loudest: 'information', writable: false };
}

/** The traits of a file that is a configuration as a whole. */
export function traitsOfFile(role: Role | undefined): Traits {
  return role ? { ...OF_FILE, role } : OF_FILE;
}
