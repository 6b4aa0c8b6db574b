/**
 * Loads files of data: they lie beside the bundle, and in `generated/` when the sources run. Node's `require` reads them; in a web worker
 * it is that of handed-over.ts.
 */

/** `load` is the `require` of the module that asks. */
export function dataFile(load: (path: string) => unknown, name: string): unknown {
  try {
    return load(`./${name}`);
  } catch {
    return load(`./generated/${name}`);
  }
}
