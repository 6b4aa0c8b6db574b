/** A list of variables as the runner keeps it (common/spec/variables.go): the last of equal names wins. */
import { expand } from './expand';
import { joinPaths } from './go-text';
import type { Origin } from './origin';

export interface Variable {
  readonly key: string;
  readonly value: string;
  /** It may be seen in the job's log, and goes into the environment of containers. */
  readonly public?: boolean;
  /** The runner made it. */
  readonly internal?: boolean;
  /** The value is the content of a file; who refers to it gets the path. */
  readonly file?: boolean;
  /** The value is taken as it is. */
  readonly raw?: boolean;
  readonly origin: Origin;
}

export const TEMPORARY_DIRECTORY = 'RUNNER_TEMP_PROJECT_DIR';

/** Names of a shell's own that stand for nothing. */
const NOTHING = /^[*#@!?0-9]$/;

export class Variables {
  private last: Map<string, Variable> | undefined;

  constructor(readonly list: readonly Variable[]) {}

  find(key: string): Variable | undefined {
    this.last ??= new Map(this.list.map((variable) => [variable.key, variable]));
    return this.last.get(key);
  }

  /** The value, for a file its content. */
  value(key: string): string {
    return this.look(key, false);
  }

  /** The value, for a file its path. */
  get(key: string): string {
    return this.look(key, true);
  }

  private look(key: string, paths: boolean): string {
    if (key === '$') return key;
    const found = NOTHING.test(key) ? undefined : this.find(key);
    if (!found) return '';
    return found.file && paths ? joinPaths(this.value(TEMPORARY_DIRECTORY), key) : found.value;
  }

  expand(text: string): string {
    return expand(text, (name) => this.get(name));
  }

  /** Each value expanded once; what it refers to is looked up in `source`. */
  expanded(source: Variables = this): Variables {
    if (!this.list.some(({ value }) => value.includes('$'))) return this;
    return new Variables(
      this.list.map((variable) =>
        variable.raw || !variable.value.includes('$')
          ? variable
          : { ...variable, value: source.expand(variable.value) },
      ),
    );
  }

  shown(): readonly Variable[] {
    return this.list.filter((variable) => variable.public || variable.internal);
  }
}

/** A variable of an entry `NAME=value`; one without `=` is none. */
export function variableOf(entry: string, origin: Origin): Variable | undefined {
  const at = entry.indexOf('=');
  return at < 0 ? undefined : { key: entry.slice(0, at), value: entry.slice(at + 1), internal: true, origin };
}
