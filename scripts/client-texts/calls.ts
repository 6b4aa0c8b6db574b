/** The texts that the client says: they stand in its code, where it calls `t` (client/l10n.ts), and in its data. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import templates from '../../client/new-configuration.json';

/** A call with the text that is passed, where it is a literal. */
const CALL = /(?<![\w.])t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")?/g;

/** A call of `t` in the client. */
export interface Call {
  readonly file: string;
  /** Undefined where no literal is passed. */
  readonly text: string | undefined;
}

/** Every call of `t` in the client. */
export function callsInClient(): Call[] {
  return readdirSync('client')
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => callsIn(file, readFileSync(join('client', file), 'utf8')));
}

/** The calls of `t` in some code. */
export function callsIn(file: string, code: string): Call[] {
  return [...code.matchAll(CALL)].map(([, single, double]) => {
    const text = single ?? double;
    return { file, text: text?.replace(/\\(.)/g, '$1') };
  });
}

/** Every text once, in order. */
export function clientTexts(): string[] {
  const texts = callsInClient().flatMap(({ text }) => text ?? []);
  return [...new Set([...texts, ...templates.map(({ detail }) => detail)])].sort();
}
