/** A kind of file that may hold runner configurations: what is known of it before anything is read. */

export interface ContainerKind {
  readonly id: string;
  /** As a user calls such a file: "1 runner configuration in this YAML file". */
  readonly name: string;
  /** The languages that editors give such files. The manifest names them too; a test compares. */
  readonly languages: readonly string[];
  /** What the names of such files end in, without the dot. */
  readonly endings: readonly string[];
  /** The scopes of the grammars that ours is injected into. */
  readonly scopes: readonly string[];
  /** Lint reads such files in a folder that is named; else only one that is named itself. */
  readonly inFolders: boolean;
  /** How a program reads the file as a whole: what the whole file must be, is looked at. */
  readonly readAs?: 'yaml';
  /** A program: where it writes no configuration, nobody wants it checked. */
  readonly isProgram?: true;
  /** Only examples are in it, so nothing of it is read in an editor unless the user turns the setting of this name on. */
  readonly setting?: 'markdown';
  /** How such a text begins; tells the kind of one that has no name. */
  readonly beginning?: RegExp;
  /** Whether a text can hold a configuration at all: cheap, and never wrong when it says no. */
  mayHold(text: string): boolean;
  /** Whether one may be written into it at any moment, so that an editor has to be ready. */
  mayGet(text: string): boolean;
}
