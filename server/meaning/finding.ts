/** What a check reports, and how it can be mended. */
import type { Message } from '../text/message';
import type { Problem } from '../text/problem';
import type { Change } from './change';

/** One way to mend a finding. `safe` fixes are applied by "fix all": they keep the meaning, or there is only one sensible meaning. */
export interface Fix {
  readonly title: Message;
  readonly changes: readonly Change[];
  readonly preferred?: boolean;
  readonly safe?: boolean;
}

/** A problem of a configuration. `fixes` is asked only when the user wants the light bulb. */
export interface Finding extends Problem {
  readonly fixes?: () => readonly Fix[];
}
