/** The runners of a document, as a list names them. Free of VS Code. */
import type { Position } from 'vscode-languageserver-types';
import type { FoundRunner } from '../protocol/preview';
import type { Translate } from './translate';

/** The runner that a position stands in. */
export function runnerAt(runners: readonly FoundRunner[], position: Position | undefined): FoundRunner | undefined {
  if (!position) return undefined;
  const around = runners.filter(
    ({ range: { start, end } }) => start.line <= position.line && position.line <= end.line,
  );
  // Where one ends, the next begins.
  return around.at(-1);
}

/** How a list names a runner: by its name, its executor, and the line that it begins at as people count. */
export function runnerLabel(
  t: Translate,
  runner: FoundRunner,
): { label: string; description?: string; detail: string } {
  const { executor, header } = runner;
  return {
    label: runnerName(t, runner),
    ...(executor !== undefined && { description: executor }),
    detail: t('line {line}', { line: header.start.line + 1 }),
  };
}

/** A runner's name, or its number as people count. */
export function runnerName(t: Translate, { index, name }: { readonly index: number; readonly name?: string }): string {
  return name || t('Runner {number}', { number: index + 1 });
}
