/** What the place of a configuration tells of it; everything else asks this instead of where the text lives. */
import type { Severity } from '../text/code';
import type { Region, RegionContent } from './region';

export interface Traits {
  /** What the place expects of the text; undefined where that is not known. */
  readonly role: RegionContent | undefined;
  /** Who puts the text before a runner: that is where a setting belongs which the text cannot have. */
  readonly owner: 'runner' | 'chart' | 'operator';
  /** Nothing is said louder than this: an example is read by no runner. */
  readonly loudest: Severity;
  /** Fixes, formatting and outline are offered; in an example nothing is changed. */
  readonly writable: boolean;
  /** White space is the text's own: it can be formatted. */
  readonly formattable: boolean;
  /** The text is passed through this language's templates, also where it looks like none. */
  readonly templates: 'go' | undefined;
  /** Lines may be left out of it: `...`. */
  readonly elided: boolean;
  /** The first line tells the indentation of the whole text, as in a block of YAML: it can have none of its own. */
  readonly indentedByFirstLine: boolean;
  /** The text ends with the line break that it has. Of a literal block YAML says how it ends (`|-`), so none is missing there. */
  readonly ownsLastLineBreak: boolean;
}

const ofFile: Traits = {
  role: undefined,
  owner: 'runner',
  loudest: 'error',
  writable: true,
  formattable: true,
  templates: undefined,
  elided: false,
  indentedByFirstLine: false,
  ownsLastLineBreak: true,
};

/** The traits of a file that is a configuration as a whole. */
export function traitsOfFile(role: RegionContent | undefined): Traits {
  return role ? { ...ofFile, role } : ofFile;
}

/** The traits of a part of a file. */
export function traitsOf({ place, content, style, indentedByFirstLine = false }: Region): Traits {
  const isExample = place === 'fence';
  return {
    role: content,
    owner: place === 'chart-config' ? 'chart' : place === 'operator-config' ? 'operator' : 'runner',
    loudest: isExample ? 'information' : 'error',
    writable: !isExample,
    // In folded and single-quoted texts of YAML line breaks do not survive an edit as they are.
    formattable: style === undefined || style === 'literal' || style === 'double-quoted',
    templates: place === 'chart-config' ? 'go' : undefined,
    elided: isExample,
    indentedByFirstLine,
    ownsLastLineBreak: style !== 'literal',
  };
}
