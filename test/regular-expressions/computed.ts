/** The regular expressions that are made of texts: recorded while the code makes them. */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FoundExpression } from './find';

/** The files of some that make regular expressions of texts. */
export function makersIn(files: readonly string[]): string[] {
  return files.filter((file) => /\bRegExp\(/.test(readFileSync(file, 'utf8')));
}

/** Loads the files and runs `use`; says which of them made which expressions. */
export async function recorded(files: readonly string[], use: () => Promise<void>): Promise<FoundExpression[]> {
  const found = new Map<string, FoundExpression>();
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const made = new target(source, flags);
      const maker = makerOf(new Error().stack ?? '', files);
      if (maker !== undefined) found.set(`${maker} ${made}`, { file: maker, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const file of files) await import(pathToFileURL(resolve(file)).href);
    await use();
  } finally {
    globalThis.RegExp = Original;
  }
  return [...found.values()];
}

/** The file that the call of the constructor stands in: the first of the stack that is no file of this test. */
function makerOf(stack: string, files: readonly string[]): string | undefined {
  const frame = stack.split('\n').find((line) => line.includes('/server/') || line.includes('/client/'));
  return files.find((file) => frame?.includes(`/${relative('.', file)}`));
}
