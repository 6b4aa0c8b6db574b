/** Loads what answers requests; a bundle beside the server's in Node, part of the one bundle in the browser. */
type Language = typeof import('./server');

export function languageCode(): Language {
  return require('./server') as Language;
}
