/** What is known of a template language: one file each implements this. */
import type { TagMeaning } from './tag';
import type { TagScanner } from './tag-scanner';

/** A kind of tag, known by what it begins with. */
export interface TagForm {
  /** One or two characters. */
  readonly opener: string;
  /** What it ends with; undefined where it needs nothing. */
  readonly closer?: string;
  /** It is a tag only in a file of its own language; others are known by their sign in every file. */
  readonly onlyInOwnFiles?: boolean;
  /** In a string the doubled sign is the sign itself: `$${CI_PROJECT_DIR}`. */
  readonly escapedByDoubling?: boolean;
  /** The end of the tag that starts at an offset; undefined where none does. */
  end(scanner: TagScanner, start: number): number | undefined;
  /** `source` is the whole text of a tag with its delimiters. */
  meaningOf(source: string): TagMeaning;
}

export interface TemplateLanguage {
  readonly forms: readonly TagForm[];
  /** The openers of what is replaced inside of strings and comments, too. */
  readonly inStrings: readonly string[];
  /** A backquote begins a string in a tag. */
  readonly quotesByBackquote: boolean;
}
