/**
 * Keeps the findings of runners between keystrokes. A runner's findings depend on its text and the schema alone (see
 * rule.ts), so the text is the key, with the masked text of a template; offsets are kept relative to its start.
 */
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import type { Schema } from '../schema/types';
import type { ArrayNode, TableNode } from '../toml/model';
import type { Span } from '../toml/syntax';

export class RunnerCache {
  private before = new Map<string, readonly Finding[]>();
  private now = new Map<string, readonly Finding[]>();
  private nextStart = new Map<TableNode, number>();
  private array: ArrayNode | undefined;
  private schema: Schema | undefined;

  /**
   * Starts a check of a document; what the last check did not ask for is forgotten at the end of this one, and all of it
   * when the document is for another runner now.
   */
  begin(schema: Schema): void {
    this.now = new Map();
    if (schema !== this.schema) this.before = this.now;
    this.schema = schema;
  }

  end(): void {
    this.before = this.now;
    this.nextStart = new Map();
    this.array = undefined;
  }

  /** The findings of a runner, from the cache or from `check`. Findings have no fixes. */
  findings(
    document: ConfigDocument,
    runner: TableNode,
    check: (runner: TableNode) => readonly Finding[],
  ): readonly Finding[] {
    const span = this.spanOf(document, runner);
    if (!span) return check(runner);
    const text = document.text.slice(span.start, span.end);
    // Renderings of one text differ in what is masked.
    const key = document.isTemplate ? text + document.syntax.text.slice(span.start, span.end) : text;
    let relative = this.now.get(key) ?? this.before.get(key);
    relative ??= check(runner).map((finding) => shifted(finding, -span.start));
    this.now.set(key, relative);
    return relative.map((finding) => shifted(finding, span.start));
  }

  /** The text of a runner from its `[[runners]]` to the next one: in it are all its tables, and whatever stands between. */
  private spanOf(document: ConfigDocument, runner: TableNode): Span | undefined {
    const [first, second] = runner.sections;
    if (!first?.header || second || runner.parent?.type !== 'array-of-tables') return undefined;
    if (this.array !== runner.parent) this.index(runner.parent);
    return { start: first.start, end: this.nextStart.get(runner) ?? document.text.length };
  }

  private index(array: ArrayNode): void {
    this.array = array;
    this.nextStart = new Map();
    for (const [index, element] of array.elements.entries()) {
      const next = array.elements[index + 1]?.sections[0];
      if (next) this.nextStart.set(element, next.start);
    }
  }
}

function shifted(finding: Finding, by: number): Finding {
  return {
    ...finding,
    start: finding.start + by,
    end: finding.end + by,
    related: finding.related?.map((other) => ({ ...other, start: other.start + by, end: other.end + by })),
    fixes: undefined,
  };
}
