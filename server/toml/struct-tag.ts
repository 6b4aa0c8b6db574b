/** What the runner's source writes behind the name of a key in the tags of its structs: `limit,omitempty`. It is no part of the name. */

const TAG = /^(?:,(?:omitempty|omitzero|squash|inline|multiline|commented|string)\b){1,4}/;

/** How much of a tag a text begins with. */
export function tagLength(text: string): number {
  return TAG.exec(text)?.[0].length ?? 0;
}

/** A name without the tag that it ends with. */
export function withoutTag(name: string): string {
  const comma = name.indexOf(',');
  return comma > 0 && tagLength(name.slice(comma)) === name.length - comma ? name.slice(0, comma) : name;
}
