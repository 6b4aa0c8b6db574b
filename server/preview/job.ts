/** A job as GitLab hands it to the runner (common/spec/spec.go), as far as a preview needs it. */
import { isList, isObject, type Json, type JsonObject } from './json';

export interface JobVariable {
  readonly key: string;
  readonly value: string;
  readonly public: boolean;
  readonly file: boolean;
  readonly raw: boolean;
}

export interface JobImage {
  readonly name: string;
  readonly alias: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly variables: readonly JobVariable[];
  readonly pullPolicies: readonly string[];
  readonly ports: readonly number[];
  /** `uid[:gid]` or a name, by executor. */
  readonly user: Readonly<Record<'docker' | 'kubernetes', string>>;
  readonly platform: string;
}

export interface Credentials {
  readonly type: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

export interface Job {
  readonly id: number;
  readonly name: string;
  readonly timeout: number;
  readonly pipelineId: number;
  readonly project: { readonly id: number; readonly name: string; readonly rootNamespaceId: number };
  readonly git: {
    readonly url: string;
    readonly ref: string;
    readonly sha: string;
    readonly beforeSha: string;
    readonly isProtected: boolean | undefined;
  };
  readonly mayFetch: boolean;
  readonly variables: readonly JobVariable[];
  readonly image: JobImage;
  readonly services: readonly JobImage[];
  readonly credentials: readonly Credentials[];
  /** The keys of its caches. */
  readonly cacheKeys: readonly string[];
  /** It has steps of its own, by the keyword `run`. */
  readonly runs: boolean;
  /** GitLab wants its environment kept, or given back. */
  readonly suspends: boolean;
}

/** Reads a payload. What is missing or of another type is as if it were empty. */
export function readJob(payload: Json): Job {
  const job = new Reader(payload);
  const [info, git] = [job.in('job_info'), job.in('git_info')];
  return {
    id: job.number('id'),
    name: info.text('name'),
    timeout: job.in('runner_info').number('timeout'),
    pipelineId: info.number('pipeline_id'),
    project: {
      id: info.number('project_id'),
      name: info.text('project_name'),
      rootNamespaceId: info.number('root_namespace_id'),
    },
    git: {
      url: git.text('repo_url'),
      ref: git.text('ref'),
      sha: git.text('sha'),
      beforeSha: git.text('before_sha'),
      isProtected: git.flag('protected'),
    },
    mayFetch: job.flag('allow_git_fetch') ?? false,
    variables: job.each('variables').map(readVariable),
    image: readImage(job.in('image')),
    services: job.each('services').map(readImage),
    credentials: job.each('credentials').map((each) => ({
      type: each.text('type'),
      url: each.text('url'),
      username: each.text('username'),
      password: each.text('password'),
    })),
    cacheKeys: job.each('cache').map((each) => each.text('key')),
    runs: job.list('run').length > 0,
    suspends: Object.values(job.in('suspend_options').object).some((value) => value === true || isText(value)),
  };
}

function readVariable(variable: Reader): JobVariable {
  return {
    key: variable.text('key'),
    value: variable.text('value'),
    public: variable.flag('public') ?? false,
    file: variable.flag('file') ?? false,
    raw: variable.flag('raw') ?? false,
  };
}

function readImage(image: Reader): JobImage {
  const options = image.in('executor_opts');
  return {
    name: image.text('name'),
    alias: image.text('alias'),
    entrypoint: image.texts('entrypoint'),
    command: image.texts('command'),
    variables: image.each('variables').map(readVariable),
    pullPolicies: image.texts('pull_policy'),
    ports: image.each('ports').map((port) => port.number('number')),
    user: {
      docker: options.in('docker').textOrNumber('user'),
      kubernetes: options.in('kubernetes').textOrNumber('user'),
    },
    platform: options.in('docker').text('platform'),
  };
}

const isText = (value: Json) => typeof value === 'string' && value !== '';

/** An object of a payload, with Go's zero values for what is not there. */
class Reader {
  readonly object: JsonObject;

  constructor(value: Json | undefined) {
    this.object = isObject(value) ? value : {};
  }

  text(name: string): string {
    const value = this.object[name];
    return typeof value === 'string' ? value : '';
  }

  number(name: string): number {
    const value = this.object[name];
    return typeof value === 'number' ? value : 0;
  }

  textOrNumber(name: string): string {
    const value = this.object[name];
    return typeof value === 'number' ? String(value) : this.text(name);
  }

  flag(name: string): boolean | undefined {
    const value = this.object[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  list(name: string): readonly Json[] {
    const value = this.object[name];
    return isList(value) ? value : [];
  }

  texts(name: string): readonly string[] {
    return this.list(name).filter((item) => typeof item === 'string');
  }

  in(name: string): Reader {
    return new Reader(this.object[name]);
  }

  each(name: string): readonly Reader[] {
    return this.list(name).map((item) => new Reader(item));
  }
}
