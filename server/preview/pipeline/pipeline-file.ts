/** A `.gitlab-ci.yml` with what it includes from its own repository, put together as GitLab does it before it looks at jobs. */
import { isList, isObject, type Json, type JsonObject } from '../json';
import { patchYaml } from '../kubernetes/pod-spec/load-yaml';
import { withInputs } from './pipeline-inputs';

/** Texts of files of the repository, by the path or pattern that an `include:` names them with. */
export type IncludedTexts = Readonly<Record<string, readonly string[]>>;

export interface PipelineFile {
  /** What the files say together. */
  readonly content: JsonObject;
  /** The files of the repository that were to be included, and are not at hand. */
  readonly missing: readonly string[];
  /** What is included from elsewhere, or was not found, as the file names it: `project: group/name`. */
  readonly unread: readonly string[];
}

/** The field that stands for `!reference [a, b]`, whose list it holds; no key of a file can be it. */
export const REFERENCE = '\0reference';

/** GitLab takes so many files (https://docs.gitlab.com/ci/yaml/#include). */
const MOST_FILES = 150;

/** Reads a file; undefined where its text is none. What it includes and what cannot be read is left out. */
export function pipelineFile(text: string, included: IncludedTexts): PipelineFile | undefined {
  const own = read(text, undefined);
  if (!own) return undefined;
  const reading = new Reading(included);
  return { content: reading.withIncluded(own, []), missing: [...reading.missing], unread: [...reading.unread] };
}

class Reading {
  readonly missing = new Set<string>();
  readonly unread = new Set<string>();
  private files = 0;

  constructor(private readonly included: IncludedTexts) {}

  /** Files that are included come first: what a file says itself counts more. */
  withIncluded(file: JsonObject, around: readonly string[]): JsonObject {
    const below = this.localIncludes(file.include).reduce<JsonObject>((made, { path, inputs }) => {
      if (around.includes(path)) return made;
      return this.textsOf(path).reduce<JsonObject>((all, text) => {
        const read = this.next(text, inputs);
        if (!read) this.unread.add(`local: ${path}`);
        return read ? together(all, this.withIncluded(read, [...around, path])) : all;
      }, made);
    }, {});
    return together(below, file);
  }

  private textsOf(path: string): readonly string[] {
    const texts = Object.hasOwn(this.included, path) ? this.included[path] : undefined;
    if (!texts) this.missing.add(path);
    if (!texts?.length) this.unread.add(`local: ${path}`);
    return texts ?? [];
  }

  private next(text: string, inputs: Json | undefined): JsonObject | undefined {
    this.files += 1;
    return this.files > MOST_FILES ? undefined : read(text, inputs);
  }

  /** The files of the repository that are included, whatever their rules say: which of them hold, only a pipeline knows. */
  private localIncludes(value: Json | undefined): { path: string; inputs: Json | undefined }[] {
    const entries = isList(value) ? value : value === undefined ? [] : [value];
    return entries.flatMap((entry) => {
      const { inputs, ...named } = isObject(entry)
        ? entry
        : { [isUrl(entry) ? 'remote' : 'local']: entry, inputs: undefined };
      const { local } = named;
      if (typeof local === 'string' && !isUrl(local) && !local.includes('$')) return [{ path: local, inputs }];
      const kind = ELSEWHERE.find((name) => name in named) ?? 'include';
      this.unread.add(`${kind}: ${oneLine(named[kind])}`);
      return [];
    });
  }
}

const ELSEWHERE = ['project', 'remote', 'component', 'template', 'local'];

function isUrl(value: Json): boolean {
  return typeof value === 'string' && /^https?:/i.test(value);
}

function oneLine(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** A file may begin with a document that says what it takes (`spec:`); the jobs are in the second. */
function read(text: string, inputs: Json | undefined): JsonObject | undefined {
  const spec = /^spec:/m.exec(text);
  const behind = spec ? /^---[ \t]*$/gm : undefined;
  if (behind && spec) behind.lastIndex = spec.index;
  const mark = behind?.exec(text);
  if (!mark) return objectOf(text);
  const header = objectOf(text.slice(0, mark.index));
  return objectOf(withInputs(text.slice(mark.index + mark[0].length), header, inputs));
}

function objectOf(text: string): JsonObject | undefined {
  const read = patchYaml().yamlToJson(text, REFERENCE);
  return 'value' in read && isObject(read.value) ? read.value : undefined;
}

/** Maps are put together, all else is replaced. */
function together(below: JsonObject, above: JsonObject): JsonObject {
  const made: Record<string, Json> = { ...below };
  for (const [name, value] of Object.entries(above)) {
    const before = Object.hasOwn(below, name) ? below[name] : undefined;
    define(made, name, isObject(before) && isObject(value) ? together(before, value) : value);
  }
  return made;
}

/** Also for `__proto__`. */
function define(made: Record<string, Json>, name: string, value: Json): void {
  Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
}
