/**
 * Keeps the findings of runners between keystrokes. A runner's findings depend on its text alone (see rule.ts), so the
 * text is the key; offsets are kept relative to its start.
 */
import type { ConfigDocument } from '../document';
import type { Finding } from '../finding';
import type { TableNode } from '../toml/model';
import type { Section, Span } from '../toml/syntax';

export class RunnerCache {
  private before = new Map<string, readonly Finding[]>();
  private now = new Map<string, readonly Finding[]>();
  private nextSection = new Map<Section, Section>();
  private sectionsOf: readonly Section[] | undefined;

  /** Starts a check of a document; what the last check did not ask for is forgotten at the end of this one. */
  begin(): void {
    this.now = new Map();
  }

  end(): void {
    this.before = this.now;
    this.nextSection = new Map();
    this.sectionsOf = undefined;
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
    let relative = this.now.get(text) ?? this.before.get(text);
    relative ??= check(runner).map((finding) => shifted(finding, -span.start));
    this.now.set(text, relative);
    return relative.map((finding) => shifted(finding, span.start));
  }

  /** The text of a runner from its `[[runners]]` to the next one, when nothing of it stands elsewhere. */
  private spanOf(document: ConfigDocument, runner: TableNode): Span | undefined {
    const { sections } = document.syntax;
    const first = runner.sections[0];
    if (!first?.header || runner.sections.length !== 1) return undefined;
    if (this.sectionsOf !== sections) this.index(sections);
    const end = this.nextSection.get(first);
    return { start: first.start, end: end ? end.start : document.text.length };
  }

  /** Notes for each `[[runners]]` the next one. A document that opens another root table in between is not cached. */
  private index(sections: readonly Section[]): void {
    this.sectionsOf = sections;
    let open: Section | undefined;
    for (const section of sections) {
      const segments = section.header?.key.segments;
      if (!segments) continue;
      if (segments.length === 1 && section.header?.array) {
        if (open) this.nextSection.set(open, section);
        open = section;
      }
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
