/** A part of a file that is runner configuration, and where each of its characters stands in the file. */
import type { OffsetMap } from '../text/offset-map';
import type { Span } from '../text/span';

/** Where the text lives; that decides what it means. See the facts: checks.json, part `embedding`. */
export type RegionPlace =
  | 'file'
  /** `runners.config` of the gitlab-runner chart, also below `gitlab-runner:` in an umbrella chart. A registration template. */
  | 'chart-config'
  /** `config.template.toml` and the like of a ConfigMap or Secret. A registration template. */
  | 'template-data'
  /** `config.toml` of a ConfigMap or Secret: a whole configuration. */
  | 'config-data'
  /** A ConfigMap of a Runner of the operator: the one that it names (a template), or the one that the operator makes (globals). */
  | 'operator-config'
  /** Any other block scalar whose text is plainly a runner configuration. */
  | 'yaml-text'
  /** A fence of Markdown. */
  | 'fence';

/** What the place expects of the text. */
export type RegionContent =
  /** A whole configuration. */
  | 'configuration'
  /** One `[[runners]]`, whose globals are dropped: `register --template-config`. */
  | 'template'
  /** No `[[runners]]`: they are added when the pod registers. */
  | 'globals';

export interface Region {
  readonly place: RegionPlace;
  /** The TOML text as it would reach the runner, templates not rendered. */
  readonly text: string;
  readonly map: OffsetMap;
  /** The span in the file. */
  readonly host: Span;
  /** Undefined: not known from the place. */
  readonly content?: RegionContent;
  /** The keys of the YAML that lead to the text. */
  readonly path?: readonly string[];
  /** The last of those keys in the file. */
  readonly key?: Span;
  /** The text is a block whose first line tells its indentation: that line can have none of its own. */
  readonly indentedByFirstLine?: boolean;
  /** How the text is written. Line breaks survive an edit for certain only in `literal` and `double-quoted`. */
  readonly style?: 'literal' | 'folded' | 'double-quoted' | 'single-quoted' | 'plain';
}
