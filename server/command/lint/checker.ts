/** Checks one named file after another, on whatever thread. */
import { Service } from '../../service';
import { defaultSettings } from '../../settings';
import type { Catalog } from '../../text/catalog';
import type { Content } from '../command';
import { checkFile } from './check-file';
import type { FileProblem } from './file-problem';
import { readNamed, type SourceFile } from './files';
import { preferredFixes } from './preferred-fixes';
import type { Replacement } from './sarif';
import type { NamedFile, Task } from './task';

/** What a file came to; plain data: another thread may tell. */
export interface CheckedFile {
  readonly problems: readonly FileProblem[];
  /** Those of each problem. */
  readonly fixes?: readonly (readonly Replacement[])[];
}

/** What a path came to: it may be of another language, or nothing that is looked for in a folder. */
export type Verdict = CheckedFile | 'foreign' | 'not-ours';

export class Checker {
  readonly service: Service;

  constructor(
    catalog: Catalog,
    private readonly task: Task,
    /** Is told of each text before it is checked. */
    private readonly onText: ((text: string) => void) | undefined = undefined,
  ) {
    const settings = { ...defaultSettings, runnerVersion: task.runnerVersion, markdown: true };
    this.service = new Service({ catalog, settingsOf: () => settings });
  }

  /** Throws Unreadable. */
  checkNamed(named: NamedFile, readStandardInput: () => Content): Verdict {
    const file = readNamed(named, readStandardInput);
    if (file === 'foreign') return file;
    return file ? this.check(file) : 'not-ours';
  }

  check(file: SourceFile): CheckedFile {
    this.onText?.(file.text);
    const problems = checkFile(file, this.service);
    if (!this.task.withFixes || problems.length === 0) return { problems };
    const fixes = problems.map((problem) => preferredFixes(problem, file, this.service));
    this.service.close(file.name);
    return { problems, fixes };
  }
}
