/** A week as rows: days that are alike stand together. */
import type { Week, WeekSpan } from './week';

export interface Row {
  /** The first and the last of them, as dates. */
  readonly days: readonly [first: number, last: number];
  readonly span: WeekSpan;
}

export function rowsOf({ days }: Week): Row[] {
  const groups: { first: number; last: number; spans: readonly WeekSpan[] }[] = [];
  for (const { date, spans } of days) {
    const group = groups.at(-1);
    if (group && isAlike(group.spans, spans)) group.last = date;
    else groups.push({ first: date, last: date, spans });
  }
  return groups.flatMap(({ first, last, spans }) => spans.map((span): Row => ({ days: [first, last], span })));
}

function isAlike(some: readonly WeekSpan[], others: readonly WeekSpan[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ from, to, policy }, index) => {
      const other = others[index];
      return other !== undefined && from === other.from && to === other.to && policy === other.policy;
    })
  );
}

/** How many are idle in an hour of a day, the fewest and the most; undefined for an hour that the clock skips. */
export function idleIn(
  spans: readonly WeekSpan[],
  hour: number,
): { readonly least: number; readonly most: number } | undefined {
  const inside = spans.filter(({ from, to }) => from < (hour + 1) * 60 && to > hour * 60).map(({ idle }) => idle);
  return inside.length === 0 ? undefined : { least: Math.min(...inside), most: Math.max(...inside) };
}

/** A minute of a day as a clock shows it. */
export function clockText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
