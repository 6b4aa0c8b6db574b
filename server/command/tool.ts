/** What the command line is called, and what lies in its package. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { once } from '../text/once';

export const toolName = 'gitlab-runner-config';

/** The text of a file of the package; undefined where it is not there. */
export function packagedText(...path: readonly string[]): string | undefined {
  const file = join(packageFolder(), ...path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The version of the package that this is in. */
export function toolVersion(): string {
  return (JSON.parse(packagedText('package.json') ?? '{}') as { version?: string }).version ?? '0.0.0';
}

/** The folder with `package.json`: above `dist`, or above the sources. */
const packageFolder = once((): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
});
