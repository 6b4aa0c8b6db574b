/** To TOML `[[runners]]` and `[[Runners]]` are two lists; the runner reads the entries of one into those of the other. */
import type { RunnerFacts } from '../../meaning/visit';

/** The runners of each spelling. */
export function spellingsOf(runners: readonly RunnerFacts[]): Iterable<readonly RunnerFacts[]> {
  const all = new Map<string, RunnerFacts[]>();
  for (const runner of runners) {
    const alike = all.get(runner.name.text);
    if (alike) alike.push(runner);
    else all.set(runner.name.text, [runner]);
  }
  return all.values();
}
