/** To TOML `[[runners]]` and `[[Runners]]` are two lists; the runner reads the entries of one into those of the other. */
import type { RunnerSettings } from '../../meaning/visit';

/** The runners of each spelling, by their number. */
export function spellingsOf(runners: readonly Pick<RunnerSettings, 'spelling'>[]): Iterable<readonly number[]> {
  const all = new Map<string, number[]>();
  for (const [index, { spelling }] of runners.entries()) {
    const alike = all.get(spelling);
    if (alike) alike.push(index);
    else all.set(spelling, [index]);
  }
  return all.values();
}
