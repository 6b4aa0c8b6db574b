/** The feature flags that a configuration may set. */
import type { Schema } from '../../schema/types';
import { type Message, message } from '../../text/message';

export interface OfferedFlag {
  readonly name: string;
  /** What one would set it to: not the default, which needs no setting. */
  readonly wanted: boolean;
  readonly detail: Message;
  readonly deprecated: boolean;
  /** In `environment` it does nothing. */
  readonly onlyTable: boolean;
}

/** The flags that the runner knows. */
export function offeredFlags(schema: Schema): OfferedFlag[] {
  return schema.featureFlags
    .filter((flag) => flag.state === 'live' && !flag.ahead)
    .map((flag) => ({
      name: flag.name,
      wanted: flag.default !== true,
      detail: message('completion.flag', { value: String(flag.default ?? false) }),
      deprecated: flag.deprecated,
      onlyTable: flag.onlyTable,
    }));
}
