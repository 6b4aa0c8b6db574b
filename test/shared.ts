/** The files that tests go through: real ones beside the project, or the few of our own where those are not. */
import { existsSync } from 'node:fs';

/** `corpus/` (`toml`, `yaml`, `templated`, `fences`, `negative`) and `seeds/`. */
export const SHARED = existsSync('../shared') ? '../shared' : 'test/fixtures/shared';

/** Whether they are the real ones. */
export const hasRealFiles = SHARED === '../shared';

/** How many a test has to see at least, so that it shows something: `count` of the real files, one of our own. */
export const least = (count: number) => (hasRealFiles ? count : 1);
