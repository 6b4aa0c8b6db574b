/** Which texts are secrets in clear: not what somebody fills in, and not what only stands for one. */
import { isPlaceholder } from './placeholders';
import { words } from './words';

/** Longer texts are looked at by their beginning. */
const LOOKED_AT = 300;

/** A text of these words alone stands for a secret: `your-token`, `<paste the key here>`, `changeme`. */
const STAND_INS: ReadonlySet<string> = new Set(
  [
    'a an the your my our some this that it me here be to from of for in with by is as new own',
    'insert enter put set add paste replace replaced change changeme replaceme fill filled generated provided given obtained defined',
    'gitlab runner registration register auth authentication authorization access api private account personal deploy job ci',
    'token secret password passwd pass key credential credentials value string text',
    'glrt glpat gldt glcbt glrtr aws s3 minio gcs azure ssh user',
    'mytoken yourtoken mysecret yoursecret mypassword yourpassword secretkey accesskey',
    'test todo tbd fixme none null nil empty unset dummy example sample fake placeholder redacted removed hidden masked omitted',
  ].flatMap((line) => line.split(' ')),
);

/** `RUNNER_TOKEN`, `MY-TOKEN`: a name, not a secret. */
const NAME = /^[A-Z]+(?:[_-][A-Z]+)+$/;

/** What is crossed out or left out within a text. */
const LEFT_OUT = /x{5}|\*{3}|\.{3}|…|redact|placeholder/i;

/** Letters alone that speak of a secret, as no secret does: `production-server-password`. */
const SPEAKS_OF_SECRET = /token|secret|passw(?:or)?d|accesskey|\bkey\b/i;

/** The address of a secret in a vault, `op://vault/item`, `ref+vault://path`; and one that SOPS has encrypted. */
const KEPT_ELSEWHERE = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/|ENC\[)/i;

/** Whether a text is a secret in clear. */
export function isInClear(text: string): boolean {
  const value = text.trim().slice(0, LOOKED_AT);
  if (isPlaceholder(value) || NAME.test(value) || LEFT_OUT.test(value) || /^[<[{(#]/.test(value)) return false;
  if (KEPT_ELSEWHERE.test(value)) return false;
  const parts = words(value.replace(/[^\w-]/g, ' ')).map((word) => word.replace(/\d{1,4}$/, ''));
  if (parts.every((word) => STAND_INS.has(word) || /^(.)\1*$/.test(word) || word === '')) return false;
  return !(/^[A-Za-z _-]+$/.test(value) && SPEAKS_OF_SECRET.test(value));
}

/** The runner's own token has at least twenty characters; shorter ones, and texts with spaces, are none. */
export function isRunnerToken(text: string): boolean {
  return text.length >= 20 && !/\s/.test(text) && isInClear(text);
}

/** Ends of names that tell where a secret is, or what is done with it. */
const ABOUT_SECRET: ReadonlySet<string> = new Set(
  [
    'file files path keypath dir directory url uri endpoint addr host name id helper type kind format version mode',
    'ttl expiry expiration expires lifetime timeout length count policy provider store enabled user username login audience scope',
  ].flatMap((line) => line.split(' ')),
);

/** Whether an entry of this name holds a secret. */
export function isSecretName(name: string, secretWords: readonly string[]): boolean {
  if (name.length > LOOKED_AT) return false;
  const parts = words(name);
  const joined = parts.join('_');
  return secretWords.some((word) => joined.includes(word)) && !ABOUT_SECRET.has(parts.at(-1) ?? '');
}

/** Whether the value of an entry with such a name can be one: no switch, number, path or address. */
export function isSecretValue(text: string): boolean {
  const value = text.trim();
  if (/^(?:true|false|yes|no|on|off|enabled|disabled|\d{1,5})$/i.test(value)) return false;
  return !/^(?:~|\.{0,2}\/|[A-Za-z]:[\\/]|[a-z][a-z0-9+.-]{0,20}:\/\/)/.test(value) && isInClear(value);
}

/** The password in an address, `https://user:password@host`; undefined where there is none. */
export function passwordIn(text: string): string | undefined {
  return /^[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/@:]{0,100}:([^\s/@]{1,200})@/i.exec(text.trim())?.[1];
}
