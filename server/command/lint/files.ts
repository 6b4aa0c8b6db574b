/** Finds and reads the files that lint is asked about. */
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FileEncoding } from '../../../protocol/encoding';
import { containerKinds, containerOfName, endsIn, type KnownContainer } from '../../containers/kinds';
import { regionCode } from '../../containers/load';
import { isForeignTemplate, isTemplateName } from '../../containers/template-files';
import { isTomlName } from '../../containers/toml-file/names';
import { isTemplateOfOther, recognize } from '../../containers/toml-file/recognition';
import { decode } from '../../text/decode';
import { type Message, message } from '../../text/message';
import type { Content } from '../command';
import { isForeign } from './foreign';
import type { NamedFile } from './task';

export interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** How its bytes were read; nothing where it came as text. */
  readonly encoding?: FileEncoding;
  readonly isStandardInput: boolean;
  /** One of the folders that it is in is a repository of Git. */
  readonly isVersioned: boolean;
  /** What the configurations are in; undefined where the file is one as a whole. */
  readonly container: KnownContainer | undefined;
}

/** The path that stands for standard input. */
const STANDARD_INPUT = '-';

/** Whether the text is all that the bytes of the file say: UTF-8, each of them. Anything else cannot be written back. */
export function isWhole({ encoding }: SourceFile): boolean {
  return !encoding || (encoding.encoding === 'utf8' && encoding.invalidByte === null);
}

/** What the named paths lead to. */
export interface FoundFiles {
  readonly files: readonly SourceFile[];
  /** Those that were named, but are of a kind that is not read. */
  readonly foreign: readonly string[];
}

/** Folders that hold other people's files. */
const skippedFolders = new Set(['node_modules', '.git']);

/** The paths of the files behind those that were named, in their order. `skipsOthers`: a named file is wanted for a configuration alone, too. */
export function namedFiles(paths: readonly string[], stdinFilename = STANDARD_INPUT, skipsOthers = false): NamedFile[] {
  return paths.flatMap((path): NamedFile[] => {
    if (path === STANDARD_INPUT) return [{ name: stdinFilename, isStandardInput: true, isInFolder: false }];
    if (!isFolder(path)) return [{ name: path, isStandardInput: false, isInFolder: skipsOthers }];
    return filesBelow(path).map((name) => ({ name, isStandardInput: false, isInFolder: true }));
  });
}

/** Reads a file that is to be checked: unless it is of another language; in a folder, only where it is a configuration or holds one. */
export function readNamed(
  { name, isStandardInput, isInFolder }: NamedFile,
  readStandardInput: () => Content,
): SourceFile | 'foreign' | undefined {
  if (isStandardInput) return read(name, readStandardInput(), true);
  const file = read(name, contentOf(name));
  if (isInFolder) return isOurs(file) ? file : undefined;
  return !file.container && isForeign(name, file.text) ? 'foreign' : file;
}

/** All files behind the named paths. */
export function readFiles(
  paths: readonly string[],
  readStandardInput: () => Content,
  stdinFilename?: string,
  skipsOthers?: boolean,
): FoundFiles {
  const files: SourceFile[] = [];
  const foreign: string[] = [];
  for (const named of namedFiles(paths, stdinFilename, skipsOthers)) {
    const file = readNamed(named, readStandardInput);
    if (file === 'foreign') foreign.push(named.name);
    else if (file) files.push(file);
  }
  return { files, foreign };
}

function read(name: string, content: Content, isStandardInput = false): SourceFile {
  const { text, ...encoding } = typeof content === 'string' ? { text: content } : decode(content);
  const isVersioned = !isStandardInput && isInRepository(dirname(resolve(name)));
  return {
    name,
    text,
    isStandardInput,
    isVersioned,
    container: containerOf(name, text),
    ...('encoding' in encoding && { encoding }),
  };
}

const repositories = new Map<string, boolean>();

/** Whether a folder is in a repository of Git; of a worktree `.git` is a file. Asked once of each folder. */
function isInRepository(folder: string): boolean {
  const known = repositories.get(folder);
  if (known !== undefined) return known;
  const above = dirname(folder);
  const isIn = existsSync(join(folder, '.git')) || (above !== folder && isInRepository(above));
  repositories.set(folder, isIn);
  return isIn;
}

/** Where the name says nothing, the text tells: YAML with a configuration in it is no configuration itself. */
function containerOf(name: string, text: string): KnownContainer | undefined {
  const named = containerOfName(name);
  const holds = ({ id }: KnownContainer) => regionCode().readers[id](text).regions.length > 0;
  // Somebody may give a configuration any name: a program that writes none is looked at as one itself.
  if (named?.isProgram) return holds(named) ? named : undefined;
  if (named || (isTomlName(name) && !isTemplateOfOther(name, text))) return named;
  return containerKinds.find((kind) => kind.beginning?.test(text) && holds(kind));
}

function isOurs({ name, text, container }: SourceFile): boolean {
  if (container) return container.inFolders && container.mayHold(text);
  if (containerOfName(name)?.isProgram || isForeignTemplate(name, text)) return false;
  if (recognize({ path: name, languageId: 'toml', text }).verdict === 'no') return false;
  // A page that shows a configuration may be recognised by it: of a file with such a name the rest is looked at, too.
  return isOfInterest(name) || !isForeign(name, text);
}

/** TOML, what configurations are in, and templates of both. */
function isOfInterest(name: string): boolean {
  const isNamed = ({ inFolders, endings }: KnownContainer) => inFolders && endsIn(name, endings);
  return isTomlName(name) || isTemplateName(name) || containerKinds.some(isNamed);
}

/** A path that nothing can be checked at. */
export class Unreadable extends Error {
  constructor(readonly complaint: Message) {
    super(complaint.id);
  }
}

/** What is wrong with a path, by the code of the system's error. */
const complaints: ReadonlyMap<string | undefined, UnreadableId> = new Map([
  ['ENOENT', 'cli.unreadable.missing'],
  ['ENOTDIR', 'cli.unreadable.missing'],
  ['EACCES', 'cli.unreadable.denied'],
  ['ELOOP', 'cli.unreadable.loop'],
]);

type UnreadableId = 'cli.unreadable.missing' | 'cli.unreadable.denied' | 'cli.unreadable.loop';

function orUnreadable<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const { code, message: text } = error as NodeJS.ErrnoException;
    const id = complaints.get(code);
    throw new Unreadable(id ? message(id, { path }) : message('cli.unreadable', { path, error: text }));
  }
}

function isFolder(path: string): boolean {
  return orUnreadable(path, () => statSync(path).isDirectory());
}

function contentOf(path: string): Uint8Array {
  return orUnreadable(path, () => readFileSync(path));
}

function filesBelow(folder: string): string[] {
  const entries = orUnreadable(folder, () => readdirSync(folder, { withFileTypes: true }));
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesBelow(path);
      return isOfInterest(entry.name) && (entry.isFile() || isLinkToFile(entry, path)) ? [path] : [];
    });
}

/** A mounted ConfigMap holds its files as links. Links to folders are not followed: they may lead in a circle. */
function isLinkToFile(entry: Dirent, path: string): boolean {
  return entry.isSymbolicLink() && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
