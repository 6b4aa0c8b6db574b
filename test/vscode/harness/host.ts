/** Which extension host the tests run in, and with them the extension: VS Code chooses by the same rules. */
declare const WEB: boolean;

/** The one that was asked for. */
export const wantedHost = WEB ? 'web worker' : 'Node';

export function actualHost(): string {
  return 'importScripts' in globalThis && typeof process === 'undefined' ? 'web worker' : 'Node';
}
