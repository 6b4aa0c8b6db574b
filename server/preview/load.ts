/**
 * Loads the code of previews when the first is asked for. The build makes it a bundle beside the server's (`dist/preview.js`): who
 * only edits never pays for it.
 */
type PreviewCode = typeof import('./all');

let loaded: PreviewCode | undefined;

/** The code that previews jobs; loaded at the first call. */
export function previewCode(): PreviewCode {
  loaded ??= require('./all') as PreviewCode;
  return loaded;
}
