/** The fixes of a problem that the editor would take at once. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Service } from '../../service';
import { languageOf } from './check-file';
import type { SourceFile } from './files';
import type { FileProblem } from './report';
import type { Replacement } from './sarif';

const QUICK_FIX = 'quickfix';

/** The preferred fix of a problem, if it has one. */
export function preferredFixes(problem: FileProblem, files: readonly SourceFile[], service: Service): Replacement[] {
  const file = files.find(({ name }) => name === problem.file);
  if (!file) return [];
  const document = TextDocument.create(file.name, languageOf(file), 0, file.text);
  const { start } = problem.range;
  const actions = service.codeActions(document, problem.range, [QUICK_FIX]);
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
