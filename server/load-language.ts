/** Loads what answers requests: a bundle beside the server's, which the client hands over in the browser. */
type Language = typeof import('./server');

/** All that knows TOML; loaded at the first call. */
export function languageCode(): Language {
  return require('./server') as Language;
}
