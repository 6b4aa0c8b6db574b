/** Variables in a text, as Go's os.Expand finds them (https://pkg.go.dev/os#Expand); held to preview/functions.json, `expand`. */

const SPECIAL = /^[*#$@!?\-0-9]$/;
const NAME = /^[A-Za-z0-9_]*/;

/** Replaces `$name` and `${name}`; a `$` that no name follows stays. */
export function expand(text: string, lookUp: (name: string) => string): string {
  if (!text.includes('$')) return text;
  let made = '';
  for (let at = 0; at < text.length; at++) {
    const rest = text.slice(at + 1);
    if (text[at] !== '$' || rest === '') {
      made += text[at];
      continue;
    }
    const { name, width } = nameAt(rest);
    if (name !== '') made += lookUp(name);
    else if (width === 0) made += '$';
    at += width;
  }
  return made;
}

/** The name behind a `$` and how many characters it takes. Without a name these are dropped. */
function nameAt(text: string): { readonly name: string; readonly width: number } {
  const first = text.charAt(0);
  if (first === '{') return nameInBraces(text);
  if (SPECIAL.test(first)) return { name: first, width: 1 };
  const name = NAME.exec(text)?.[0] ?? '';
  return { name, width: name.length };
}

function nameInBraces(text: string): { readonly name: string; readonly width: number } {
  const end = text.indexOf('}');
  // `${` without an end is dropped, and so is `${}`.
  if (end < 0) return { name: '', width: 1 };
  return { name: text.slice(1, end), width: end + 1 };
}
