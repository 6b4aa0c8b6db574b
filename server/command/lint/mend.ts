/** `lint --fix`: what "Fix All" of the editor does to files. */
import { FIX_ALL } from '../../features/code-actions/fix-all-kind';
import type { Service } from '../../service';
import { factsOf } from '../../text/code';
import { type Message, message } from '../../text/message';
import { writeText } from '../write-file';
import { checkFile } from './check-file';
import { isWhole, type SourceFile } from './files';
import { sourceText, wholeRange, withEdits } from './source-text';

export interface Mending {
  /** The files with what was mended in them. */
  readonly files: readonly SourceFile[];
  readonly remarks: readonly Message[];
  /** The text of standard input as it was mended: it is printed, for there is no file to write. */
  readonly standardInput: string | undefined;
}

/** Makes every safe fix, and writes the files unless it is a dry run. */
export function mend(files: readonly SourceFile[], service: Service, isDry: boolean): Mending {
  const remarks: Message[] = [];
  let written = 0;
  const after = files.map((file) => {
    const text = mendedText(file, service);
    if (text === undefined) return file;
    const mended = { ...file, text };
    const obstacle = isWhole(file)
      ? isUnderstood(mended, service)
        ? undefined
        : message('cli.not-mended.syntax', { path: file.name })
      : message('cli.not-mended', { path: file.name });
    if (obstacle) {
      remarks.push(obstacle);
      return file;
    }
    if (!isDry && !file.isStandardInput) {
      writeText(file.name, text);
      written++;
    }
    return mended;
  });
  if (written > 0) remarks.push(message('cli.mended', { files: written }));
  return { files: after, remarks, standardInput: after.find(({ isStandardInput }) => isStandardInput)?.text };
}

/** Whether nothing is left in a file that breaks the syntax: what stands behind it may be read as something that nobody meant. */
function isUnderstood(file: SourceFile, service: Service): boolean {
  return checkFile(file, service).every(({ severity, code }) => severity !== 'error' || factsOf(code).canBeIgnored);
}

function mendedText(file: SourceFile, service: Service): string | undefined {
  const { name, text } = file;
  const [action] = service.codeActions(sourceText(file), wholeRange(text), [FIX_ALL]);
  service.close(name);
  const edits = action?.edit?.changes?.[name] ?? [];
  return edits.length > 0 ? withEdits(text, edits) : undefined;
}
