/** Diagnostics of findings that blocks keep: made once, and moved with their block. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Catalog } from '../text/catalog';
import type { Problem } from '../text/problem';
import { type LocatedFinding, type SeverityOverrides, toDiagnostic } from './diagnostics';

interface Shown {
  /** The line that the block stood at. */
  readonly line: number;
  readonly overrides: SeverityOverrides;
  readonly diagnostic: Diagnostic;
}

export class ShownDiagnostics {
  private readonly shown = new WeakMap<Problem, Shown>();

  constructor(
    private readonly say: Catalog['say'],
    private readonly rulePages = false,
  ) {}

  /** The diagnostic of a finding. */
  of(uri: string, located: LocatedFinding, overrides: SeverityOverrides): Diagnostic {
    const { finding, line } = located;
    if (line === undefined) return toDiagnostic(uri, located, this.say, overrides, this.rulePages);
    const known = this.shown.get(finding);
    if (known?.overrides === overrides && known.line === line) return known.diagnostic;
    const diagnostic =
      known?.overrides === overrides && !known.diagnostic.relatedInformation
        ? moved(known.diagnostic, line - known.line)
        : toDiagnostic(uri, located, this.say, overrides, this.rulePages);
    this.shown.set(finding, { line, overrides, diagnostic });
    return diagnostic;
  }
}

function moved(diagnostic: Diagnostic, by: number): Diagnostic {
  const { start, end } = diagnostic.range;
  return {
    ...diagnostic,
    range: {
      start: { line: start.line + by, character: start.character },
      end: { line: end.line + by, character: end.character },
    },
  };
}
