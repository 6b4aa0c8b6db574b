/**
 * Loads what reads YAML when the first patch has to be read. The build makes it a bundle of its own (`dist/patch-yaml.js`): it is as
 * large as all of the previews, and few runners have patches.
 */
type PatchYaml = typeof import('./yaml');

let loaded: PatchYaml | undefined;

/** The code that reads and writes the YAML of patches; loaded at the first call. */
export function patchYaml(): PatchYaml {
  loaded ??= require('./yaml') as PatchYaml;
  return loaded;
}
