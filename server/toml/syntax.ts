/**
 * The node types of the lossless TOML tree.
 *
 * Every node holds a half-open span in UTF-16 code units of the text it was parsed from. What lies between nodes is
 * white space, comments and punctuation; the token list of a {@link TomlSyntax} covers the text without a gap.
 */
import type { SyntaxAreaCode } from '../text/generated/codes';
import type { Message } from '../text/message';
import type { Span } from '../text/span';

export type { Span } from '../text/span';

/** How a key segment or a string was written. */
export type QuoteStyle = 'bare' | 'basic' | 'literal' | 'multiline-basic' | 'multiline-literal';

/** One part of a dotted key; `name` is the decoded text, the span includes the quotes. An empty span is a part not yet typed. */
export interface KeySegment extends Span {
  readonly name: string;
  readonly style: QuoteStyle;
}

/** A bare, quoted or dotted key. `segments` is never empty, but its last segment may have an empty span while it is typed. */
export interface Key extends Span {
  readonly segments: readonly KeySegment[];
}

export interface StringValue extends Span {
  readonly type: 'string';
  readonly style: QuoteStyle;
  readonly value: string;
}
/** A 64-bit integer. `value` loses precision beyond 2^53; the exact digits are in the text. */
export interface IntegerValue extends Span {
  readonly type: 'integer';
  readonly value: number;
}
export interface FloatValue extends Span {
  readonly type: 'float';
  readonly value: number;
}
export interface BooleanValue extends Span {
  readonly type: 'boolean';
  readonly value: boolean;
}
export interface DateTimeValue extends Span {
  readonly type: 'datetime';
  readonly variant: 'offset-date-time' | 'local-date-time' | 'local-date' | 'local-time';
  /** As written. */
  readonly value: string;
}
export interface ArrayValue extends Span {
  readonly type: 'array';
  readonly items: readonly Value[];
  readonly closed: boolean;
}
export interface InlineTableValue extends Span {
  readonly type: 'inline-table';
  readonly pairs: readonly KeyValue[];
  readonly closed: boolean;
}
/** Text where a value should be, but that is none; a syntax problem covers it. An empty span means that nothing is there. */
export interface InvalidValue extends Span {
  readonly type: 'invalid';
}

export type Value =
  | StringValue
  | IntegerValue
  | FloatValue
  | BooleanValue
  | DateTimeValue
  | ArrayValue
  | InlineTableValue
  | InvalidValue;

/** `key = value`. `equals` is the offset of `=` (or of a `:` in its place), -1 while it is missing. */
export interface KeyValue extends Span {
  readonly type: 'pair';
  readonly key: Key;
  readonly equals: number;
  readonly value: Value;
}

/** `[key]` or `[[key]]`. `closed` is false while a bracket is missing; the key may then end in an empty segment. */
export interface Header extends Span {
  readonly type: 'header';
  readonly array: boolean;
  readonly closed: boolean;
  readonly key: Key;
}

/** A header and the pairs below it, up to the next header; the first section of a document has no header. */
export interface Section extends Span {
  readonly header: Header | undefined;
  readonly pairs: readonly KeyValue[];
}

/** What can be wrong with the syntax, and the definitions that contradict each other. Also the diagnostic's code. */
export type SyntaxCode = SyntaxAreaCode | 'duplicate-key';

/** One cause, one problem. `related` points at the other place it is about (the first definition of a duplicate). */
export interface SyntaxProblem extends Span {
  readonly code: SyntaxCode;
  readonly message: Message;
  /** `warning`: the specification forbids it, but the runner's decoder loads it. */
  readonly severity: 'error' | 'warning';
  readonly related?: Span;
}

/** A construct of TOML 1.1 that a 1.0 parser refuses. The runner decodes 1.1 since 18.9. */
export interface NewerConstruct extends Span {
  readonly construct: 'escape-e' | 'escape-x' | 'inline-newline' | 'inline-trailing-comma' | 'time-without-seconds';
}

/** The result of parsing: never a throw, always a tree. */
export interface TomlSyntax {
  readonly text: string;
  /** The end of the text, but where it holds more than any configuration: the rest is not read. */
  readonly readTo: number;
  readonly sections: readonly Section[];
  readonly comments: readonly Span[];
  readonly problems: readonly SyntaxProblem[];
  readonly newerConstructs: readonly NewerConstruct[];
  /** The kinds of the tokens (see `TokenKind`) and, beside them, where each ends; it starts where the one before ends. */
  readonly tokenKinds: Uint8Array;
  readonly tokenEnds: Uint32Array;
}
