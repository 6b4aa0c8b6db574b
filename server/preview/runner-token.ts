/** The token of a runner. Variables of the environment that the manager has are not known here: they are empty (loadConfig in common/config.go). */
import { expand } from './expand';
import { shortToken } from './names';
import type { Settings } from './settings';

/** The token of a runner, its variables replaced by nothing. */
export function tokenOf(runner: Settings): string {
  return expand(runner.text('token'), () => '');
}

/** The part of a runner's token that is no secret. */
export function shortTokenOf(runner: Settings): string {
  return shortToken(tokenOf(runner));
}
