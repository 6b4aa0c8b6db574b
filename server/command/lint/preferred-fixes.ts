/** The fixes of a problem that the editor would take at once. */
import type { Service } from '../../service';
import type { FileProblem } from './file-problem';
import type { SourceFile } from './files';
import type { Replacement } from './sarif';
import { sourceText } from './source-text';

const QUICK_FIX = 'quickfix';

/** The preferred fix of a problem of a file, if it has one. */
export function preferredFixes(problem: FileProblem, file: SourceFile, service: Service): Replacement[] {
  const { start } = problem.range;
  const actions = service.codeActions(sourceText(file), problem.range, [QUICK_FIX]);
  return actions.flatMap(({ title, isPreferred, diagnostics = [], edit }) => {
    const [about] = diagnostics;
    const isOfProblem =
      about?.code === problem.code &&
      about.range.start.line === start.line &&
      about.range.start.character === start.character;
    const edits = edit?.changes?.[file.name] ?? [];
    return isPreferred && isOfProblem && edits.length > 0 ? [{ title, edits }] : [];
  });
}
