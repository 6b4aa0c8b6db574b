/** What is defined twice, as it is met, and what is said of it: an error, or a warning where the runner loads it all the same. */
import { message } from '../text/message';
import { lastBefore } from '../text/search';
import { shortened } from './messages';
import type { Member } from './model';
import { MAXIMUM_PROBLEMS } from './parser-state';
import { rejectedByRunner, type Wanted } from './runner-decoder';
import type { KeySegment, Span, SyntaxProblem, TomlSyntax } from './syntax';

type DefinitionCode = 'array-redefined' | 'duplicate-key' | 'redefined-table';

interface Conflict extends Span {
  readonly code: DefinitionCode;
  readonly name: string;
  readonly related: Span;
  /** In the header or pair at which a decoder notices it. */
  readonly noticed: number;
  /** Set where one wrong definition is met by every header that leads through it: that is one cause. */
  readonly member: Member | undefined;
  /** The header that opened the table once more, where that is the cause: said only where the runner lets the header through. */
  readonly below?: number | undefined;
}

/** The definitions that contradict another. */
export class Definitions {
  private readonly conflicts: Conflict[] = [];

  /** A key defines once more what `related` defines. */
  conflict(code: DefinitionCode, { start, end, name }: KeySegment, related: Span, member?: Member): void {
    this.add({ code, start, end, name, related, noticed: start, member });
  }

  /** A key stands in a table, and again below a second header of it. */
  conflictBelow({ start, end, name }: KeySegment, related: Span, below: number): void {
    this.add({ code: 'duplicate-key', start, end, name, related, noticed: start, member: undefined, below });
  }

  /** A value has the name of a header. The headers are many, so it is said where the value stands. */
  conflictOfValue({ start, end, name }: KeySegment, header: KeySegment): void {
    this.add({ code: 'duplicate-key', start, end, name, related: header, noticed: header.start, member: undefined });
  }

  private add(conflict: Conflict): void {
    if (this.conflicts.length < MAXIMUM_PROBLEMS) this.conflicts.push(conflict);
  }

  /** The problems of all of them. */
  problems(syntax: TomlSyntax, wanted: Wanted): SyntaxProblem[] {
    const last = this.conflicts[this.conflicts.length - 1];
    if (!last) return [];
    const rejected = [...rejectedByRunner(syntax, last.noticed, wanted)].sort((a, b) => a.start - b.start);
    const isRejected = (offset: number) => (lastBefore(rejected, offset)?.end ?? offset) > offset;
    const problems: SyntaxProblem[] = [];
    // A member that stands in the way of many headers is reported once, at the first header that the runner refuses.
    const reported = new Map<Member, number>();
    for (const conflict of withoutConflictMarkers(syntax, this.conflicts)) {
      const { member, below } = conflict;
      if (below !== undefined && (!isRejected(conflict.noticed) || isRejected(below))) continue;
      const problem = problemOf(conflict, isRejected(conflict.noticed) ? 'error' : 'warning');
      const earlier = member && reported.get(member);
      if (member && earlier === undefined) reported.set(member, problems.length);
      if (earlier === undefined) problems.push(problem);
      else if (problem.severity === 'error' && problems[earlier]?.severity === 'warning') problems[earlier] = problem;
    }
    return problems;
  }
}

function problemOf(conflict: Conflict, severity: SyntaxProblem['severity']): SyntaxProblem {
  const { code, start, end, name, related } = conflict;
  return {
    code,
    start,
    end,
    message: message(severity === 'error' ? code : `${code}.loaded`, { name: shortened(name) }),
    severity,
    related: { start: related.start, end: related.end },
  };
}

/** Between the markers of an unresolved merge conflict everything stands twice; the markers are the one cause. */
function withoutConflictMarkers(syntax: TomlSyntax, conflicts: readonly Conflict[]): readonly Conflict[] {
  const marker = syntax.problems.find((problem) => problem.code === 'merge-conflict');
  if (!marker) return conflicts;
  return conflicts.filter((conflict) => conflict.noticed < marker.start);
}
