/** Findings of a configuration with their place in the file. One object each: a long file has hundreds, at each keystroke. */
import type { Range } from 'vscode-languageserver-types';
import type { PlacedFinding } from '../check/file-findings';
import type { Placed } from '../meaning/block';
import type { Configuration } from '../meaning/configuration';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import type { Span } from '../text/span';
import type { LocatedFinding } from './diagnostics';

export function locatedIn(configuration: Configuration, { finding, placed }: PlacedFinding): LocatedFinding {
  return new Located(configuration, finding, placed);
}

class Located implements LocatedFinding {
  constructor(
    private readonly configuration: Configuration,
    readonly finding: Finding,
    private readonly placed: Placed | undefined,
  ) {}

  get line(): number | undefined {
    return this.configuration.document.region ? undefined : this.placed?.line;
  }

  range(span: Span): Range {
    return this.configuration.range(this.placed, span);
  }

  document(): ConfigDocument {
    return this.placed?.block.document ?? this.configuration.document;
  }
}
