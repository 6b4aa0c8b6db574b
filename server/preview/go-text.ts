/** Texts as Go's standard library writes and reads them. */

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** A text as `%q` prints it: what cannot be seen is escaped. */
export function quoted(text: string): string {
  const inside = text.replace(/["\\\p{C}]|(?! )\p{Z}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return escapes[character] ?? `\\x${hex(code, 2)}`;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  });
  return `"${inside}"`;
}

/** JSON as Go writes it: safe inside of HTML. */
export function goJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${hex(character.charCodeAt(0), 4)}`);
}

const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');

/** What `strconv.ParseBool` reads; undefined where it does not. */
export function parseBool(text: string): boolean | undefined {
  if (/^(?:1|t|T|TRUE|true|True)$/.test(text)) return true;
  return /^(?:0|f|F|FALSE|false|False)$/.test(text) ? false : undefined;
}

/** A duration in seconds as `time.Duration` prints it: `1h0m0s`. */
export function durationText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${seconds % 60}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}

/** A path as `path.Clean` has it: no `.`, no `..` that can be resolved, no doubled or trailing slash. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!rooted) parts.push(part);
  }
  return (rooted ? '/' : '') + parts.join('/') || (rooted ? '/' : '.');
}

/** Paths joined as `path.Join` does it. */
export function joinPaths(...paths: readonly string[]): string {
  const given = paths.filter((path) => path !== '');
  return given.length === 0 ? '' : cleanPath(given.join('/'));
}

/** The first bytes of a text in UTF-8; a character that is cut becomes U+FFFD. */
export function firstBytes(text: string, count: number): string {
  const bytes = new TextEncoder().encode(text);
  return bytes.length <= count ? text : new TextDecoder().decode(bytes.subarray(0, count));
}
