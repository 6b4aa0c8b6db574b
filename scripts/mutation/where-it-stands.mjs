// The bundle lies elsewhere than the files that are in it.
import { dirname } from 'node:path';

/** What a file finds beside itself it finds out of the bundle as well: by its folder, and by a `require` that it hands on. */
export function asWhereItStands(source, path) {
  const required = `require('node:module').createRequire(${JSON.stringify(path)})`;
  return source.replaceAll('__dirname', JSON.stringify(dirname(path))).replaceAll('(require, ', `(${required}, `);
}
