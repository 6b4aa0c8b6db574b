/**
 * Loads the code for YAML and templates when it is first needed. The build makes it a bundle beside the server's
 * (`dist/regions.js`): a plain config.toml never pays for it. In the browser the client hands it over (protocol/worker-files.ts).
 */
type Regions = typeof import('./all');

let loaded: Regions | undefined;

/** The code that reads files around configurations, and templates; loaded at the first call. */
export function regionCode(): Regions {
  loaded ??= require('./all') as Regions;
  return loaded;
}
