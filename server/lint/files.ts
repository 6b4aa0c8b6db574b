/** Finds and reads the files that lint is asked about. */
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { regionCode } from '../containers/load';
import { isTemplateOfOther, recognize } from '../containers/toml-file/recognition';

export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly kind: FileKind;
}

/** What is read: the whole file, or the configurations in it. */
export type FileKind = 'toml' | 'yaml' | 'markdown';

/** Folders that hold other people's files. */
const skippedFolders = new Set(['node_modules', '.git']);

/** The files behind the named paths. A file that is named is checked whatever it is; in a folder only runner configurations are. */
export function readFiles(paths: readonly string[], readStandardInput: () => string): SourceFile[] {
  return paths.flatMap((path) => {
    if (path === '-') return [ofStandardInput(readStandardInput())];
    if (!isFolder(path)) return [{ name: path, text: readText(path), kind: kindOf(path) }];
    return filesBelow(path)
      .map((name) => ({ name, text: readText(name), kind: kindOf(name) }))
      .filter(isOurs);
  });
}

/** It has no name, so its text tells: YAML with a configuration in it is no configuration itself. */
function ofStandardInput(text: string): SourceFile {
  const isYamlText = YAML_START.test(text) && regionCode().yamlRegions(text).length > 0;
  return { name: '-', text, kind: isYamlText ? 'yaml' : 'toml' };
}

/** Behind comments and marks a key of YAML, an item of a sequence, or JSON. */
const YAML_START =
  /^\ufeff?(?:[ \t]*(?:#[^\n]*|---[^\n]*|%[^\n]*|\{\{[^\n]*)?\r?\n)*[ \t]*(?:- |\{|["']?[\w./-]+["']?[ \t]*:(?:[ \t\r\n]|$))/;

function isOurs({ name, text, kind }: SourceFile): boolean {
  if (kind === 'yaml') return regionCode().mayHoldConfiguration(text);
  return !isTemplateOfOther(name, text) && recognize({ path: name, languageId: 'toml', text }).verdict !== 'no';
}

/** By the name. */
function kindOf(name: string): FileKind {
  if (isYaml(name)) return 'yaml';
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'toml';
}

/** Whether a file is YAML by its name. */
export function isYaml(name: string): boolean {
  return /\.ya?ml(?:\.\w+)?$/i.test(name);
}

/** TOML and YAML, and templates of them: `config.toml.j2`; a `.tftpl` of TOML need not say so. */
function isOfInterest(name: string): boolean {
  return /\.(?:toml|ya?ml)(?:\.(?:j2|jinja2?|tmpl|gotmpl|tpl|template|tftpl|erb|epp))?$|^[^.]+\.tftpl$/i.test(name);
}

/** A path that nothing can be checked at; its message is for the user. */
export class Unreadable extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read',
  ENOTDIR: 'there is no such file or folder',
  ELOOP: 'a symbolic link leads back to itself',
};

function orUnreadable<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Unreadable(`${path}: ${reasons[code ?? ''] ?? message}`);
  }
}

function isFolder(path: string): boolean {
  return orUnreadable(path, () => statSync(path).isDirectory());
}

function readText(path: string): string {
  return orUnreadable(path, () => readFileSync(path, 'utf8'));
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
