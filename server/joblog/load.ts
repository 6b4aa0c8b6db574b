/**
 * Loads what reads job logs, with all that is known of their errors, when the first log is to be explained. The build makes it a
 * bundle beside the server's (`dist/joblog.js`).
 */
type Reading = typeof import('./reading');

let loaded: Reading | undefined;

/** The code that reads job logs; loaded at the first call. */
export function jobLogCode(): Reading {
  loaded ??= require('./reading') as Reading;
  return loaded;
}
