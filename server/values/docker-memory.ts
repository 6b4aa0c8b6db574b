/**
 * Docker's memory texts (`128m`, `1.5g`), in powers of 1024. Checked against verdicts/values.json, grammar `docker-memory`.
 */
import { sayBytes } from './bytes';
import type { Grammar } from './grammar';

/** Only read so far: what is wrong with a text is not said. */
export const dockerMemory: Grammar<number> = {
  name: 'docker-memory',
  read: (text) => ({ value: parseDockerMemory(text), problems: [] }),
  say: sayBytes,
};

/** The bytes that a text of Docker's memory keys stands for, or undefined when the runner does not read it. */
function parseDockerMemory(text: string): number | undefined {
  const match = /^(\d+(?:\.\d*)?|\.\d+) ?(?:([kmgtp])(?:i?b)?|b)?$/i.exec(text);
  if (!match) return undefined;
  const power = match[2] ? 'kmgtp'.indexOf(match[2].toLowerCase()) + 1 : 0;
  return Math.floor(Number(match[1]) * 1024 ** power);
}
