/** Undoes what the way of a text through chats, pages and documents does to it; its lines stay where they are. */

/** Spaces that are no space, and marks that stand for those of the keyboard. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u2007\u202f]/g, ' '],
  [/[\u200b\ufeff]/g, ''],
  [/[“”„]/g, '"'],
  [/[‘’]/g, "'"],
];
const ENTITY = /&(quot|#34|apos|#39|lt|gt|nbsp|amp);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  apos: "'",
  '#39': "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  amp: '&',
};
const NUMBER = /^\s{0,6}(\d{1,6})(?:[ \t|:]{1,3}|$)/;
const FEWEST_NUMBERED = 3;

/** The text as it was; undefined where nothing was done to it. */
export function plainPaste(text: string): string | undefined {
  let plain = text.replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole);
  for (const [expression, mark] of LOOKALIKES) plain = plain.replace(expression, mark);
  const rows = plain.split('\n');
  const mended = withoutMargin(withoutNumbers(rows)).join('\n');
  return mended === text ? undefined : mended;
}

/** Numbers of lines in front of all of them, each the next one. */
function withoutNumbers(rows: readonly string[]): readonly string[] {
  const full = rows.filter((row) => row.trim() !== '');
  const numbers = full.map((row) => Number(NUMBER.exec(row)?.[1]));
  const areNext = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
  if (full.length < FEWEST_NUMBERED || Number.isNaN(numbers[0]) || !areNext) return rows;
  return rows.map((row) => row.replace(NUMBER, ''));
}

/** What all lines are indented by, as in a list of Markdown. */
function withoutMargin(rows: readonly string[]): readonly string[] {
  const full = rows.filter((row) => row.trim() !== '');
  const margin = full.reduce(
    (least, row) => Math.min(least, row.length - row.trimStart().length),
    Number.POSITIVE_INFINITY,
  );
  if (full.length === 0 || margin === 0) return rows;
  return rows.map((row) => row.slice(margin));
}
