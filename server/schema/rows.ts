/** What scripts/compile-schema.mjs makes of schemas/: one row for each key, as the newest runner has it. */
import type { MessageId } from '../text/message';
import type { CompletionOrder, Enumeration, GrammarName, KeySchema, Kind, RequiredKey, Secrecy, Unit } from './types';
import type { Releases } from './version';

/** A key; what is not said is undefined, false or nothing. See `KeySchema` for what the fields mean. */
export interface KeyRow {
  readonly name: string;
  readonly kind: Kind;
  readonly itemKind?: KeySchema['itemKind'];
  /** The kinds that it has had, oldest first, where there was more than one. */
  readonly kindHistory?: readonly { readonly since: string; readonly kind: Kind; readonly itemKind?: string }[];
  readonly since: string;
  readonly removed?: string;
  readonly accidental?: boolean;
  readonly deprecated?: boolean;
  readonly deprecatedSince?: string;
  readonly sectionDeprecated?: { readonly since: string; readonly removal: string };
  readonly replacedBy?: readonly string[];
  readonly noEffectSince?: string;
  /** As those of the table above where this is not said. */
  readonly docs?: string;
  readonly executors?: readonly string[];
  readonly default?: unknown;
  readonly defaultText?: MessageId;
  readonly defaultNote?: MessageId;
  readonly minimum?: number;
  readonly unit?: Unit;
  readonly grammar?: GrammarName;
  readonly nameGrammar?: GrammarName;
  readonly pairSeparator?: string;
  readonly secret?: Secrecy;
  readonly definition?: string;
  readonly enumeration?: string;
  readonly enumerationOf?: KeySchema['enumerationOf'];
  readonly enumerationOpen?: boolean;
  /** False where the runner matches the name to the letter. */
  readonly caseInsensitive?: boolean;
  /** The option at registration, with its dashes, and the variable. */
  readonly flag?: string;
  readonly env?: string;
  readonly required?: readonly (Pick<RequiredKey, 'name' | 'severity' | 'refused'> & { readonly why?: MessageId })[];
  /** The keys below, removed ones behind the live ones. */
  readonly keys?: readonly KeyRow[];
}

export interface FeatureFlagRow {
  readonly name: string;
  readonly default?: boolean;
  /** The defaults that it has had, oldest first, where there was more than one. */
  readonly defaultHistory?: readonly { readonly since: string; readonly default?: boolean }[];
  readonly onlyTable?: boolean;
  readonly since: string;
  readonly removed?: string;
  readonly deprecated?: boolean;
  readonly deprecatedSince?: string;
  readonly toBeRemovedWith?: string;
  readonly hint?: string;
  readonly docs: string;
}

/** The whole file `keys.json`. */
export interface SchemaRows {
  /** The newest runner. */
  readonly version: string;
  /** The newest runner that is released. */
  readonly released: string;
  readonly releases: Releases;
  /** Since when TOML 1.1 is decoded. */
  readonly toml11Since: string;
  /** Since when a duration may be a text. */
  readonly durationTextsSince: string;
  /** The file itself. */
  readonly root: KeyRow;
  readonly secrets: Readonly<Record<string, Secrecy>>;
  readonly secretWords: readonly string[];
  readonly enumerations: readonly Enumeration[];
  readonly featureFlags: readonly FeatureFlagRow[];
  readonly completionOrder: CompletionOrder;
}
