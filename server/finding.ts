/** What a check reports, and how it can be mended. */
import type { Span } from './toml/syntax';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A replacement of a span of the text. Edits of one fix never overlap. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** One way to mend a finding. `safe` fixes are applied by "fix all": they keep the meaning, or there is only one sensible meaning. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred?: boolean;
  readonly safe?: boolean;
}

/** A diagnostic before it knows of the protocol. `fixes` is asked only when the user wants the light bulb. */
export interface Finding extends Span {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Address of the documentation or of the evidence. */
  readonly link?: string;
  readonly tags?: readonly ('deprecated' | 'unnecessary')[];
  readonly related?: readonly (Span & { readonly message: string })[];
  readonly fixes?: () => readonly Fix[];
}
