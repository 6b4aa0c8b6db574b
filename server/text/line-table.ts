/** Where the lines of a text stand in a file that holds each of them as it is, apart from what stands before it: a literal block. */
import { countBefore } from './search';

export class LineTable {
  /**
   * `own`: where each line begins in the text. `host`: where its first character stands in the file. `end`: the end of the last line
   * in the text, with its break.
   */
  constructor(
    private readonly own: Uint32Array,
    private readonly host: Uint32Array,
    private readonly end: number,
  ) {}

  get count(): number {
    return this.own.length;
  }

  /** The file's offset of an offset of the text. */
  toHost(offset: number): number {
    const line = this.lineOf(this.own, offset);
    return (this.host[line] ?? 0) + (offset - (this.own[line] ?? 0));
  }

  /** The text's offset of an offset of the file; what stands before a line counts as the end of the line above. */
  toOwn(offset: number): number {
    const line = this.lineOf(this.host, offset);
    const start = this.own[line] ?? 0;
    return Math.max(start, Math.min(start + (offset - (this.host[line] ?? 0)), this.own[line + 1] ?? this.end));
  }

  /** The line whose characters, or what stands before them, hold an offset of the file. */
  lineAtHost(offset: number): number {
    return this.lineOf(this.host, offset);
  }

  ownStart(line: number): number {
    return this.own[line] ?? this.end;
  }

  hostStart(line: number): number {
    return this.host[line] ?? 0;
  }

  /**
   * The table with other lines in place of those from `first` up to `last`: `own` and `host` tell where each begins; everything behind
   * them moves by as much as text and file have grown.
   */
  replaced(
    first: number,
    last: number,
    lines: { readonly own: readonly number[]; readonly host: readonly number[] },
    grown: { readonly own: number; readonly host: number },
  ): LineTable {
    return new LineTable(
      spliced(this.own, first, last, lines.own, grown.own),
      spliced(this.host, first, last, lines.host, grown.host),
      this.end + grown.own,
    );
  }

  private lineOf(starts: Uint32Array, offset: number): number {
    return Math.max(0, countBefore(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1);
  }
}

function spliced(
  numbers: Uint32Array,
  first: number,
  last: number,
  inserted: readonly number[],
  moved: number,
): Uint32Array {
  const result = new Uint32Array(numbers.length - (last - first) + inserted.length);
  result.set(numbers.subarray(0, first));
  result.set(inserted, first);
  const behind = first + inserted.length;
  result.set(numbers.subarray(last), behind);
  for (let index = behind; index < result.length; index++) result[index] = (result[index] ?? 0) + moved;
  return result;
}
