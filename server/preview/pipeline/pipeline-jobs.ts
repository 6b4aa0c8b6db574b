/**
 * The jobs of a `.gitlab-ci.yml` as far as a preview needs them: image, services, variables and tags, with what `include:` of the same
 * repository, inputs, `extends`, `!reference`, `default` and the globals give them. What is included from elsewhere is not known here,
 * and is named.
 */
import type { JobService, JobsResult } from '../../../protocol/preview';
import { isList, isObject, type Json, type JsonObject } from '../json';
import { type IncludedTexts, pipelineFile, REFERENCE } from './pipeline-file';
import { inputsIn } from './pipeline-inputs';

/** Keys of the file that are no jobs (https://docs.gitlab.com/ci/yaml/#keywords). */
const KEYWORDS = new Set([
  ...['default', 'include', 'stages', 'variables', 'workflow', 'spec', 'image', 'services', 'cache'],
  ...['before_script', 'after_script', 'types'],
]);
const MOST_JOBS = 500;
/** GitLab refuses more (https://docs.gitlab.com/ci/yaml/#extends, https://docs.gitlab.com/ci/yaml/yaml_optimization/#reference-tags). */
const DEEPEST = 11;
/** Jobs and references that are looked at for all of a file: those that name each other could be followed for ever. */
const MOST_VISITS = 20_000;

/** The jobs in their order, hidden ones left out, and the files that are to be included and not at hand; nothing of a text that is none. */
export function pipelineJobs(text: string, included: IncludedTexts = {}): JobsResult {
  const file = pipelineFile(text, included);
  if (!file) return { jobs: [], missing: [] };
  const { content, missing, unread } = file;
  const pipeline = new Pipeline(content, unread);
  const jobs = Object.entries(content)
    .filter(([name, job]) => !KEYWORDS.has(name) && !name.startsWith('.') && isJob(job))
    .slice(0, MOST_JOBS)
    .map(([name, job]) => ({ name, ...pipeline.settingsOf(job) }));
  return { jobs, missing };
}

const WORK = ['script', 'run', 'extends', 'trigger'];

function isJob(job: Json): job is JsonObject {
  return isObject(job) && WORK.some((key) => key in job) && !('trigger' in job);
}

const DEFAULTS = ['image', 'services', 'tags'] as const;
const PARTS = [...DEFAULTS, 'variables', 'inherit'] as const;
type Parts = Partial<Record<(typeof PARTS)[number], Json>>;

class Pipeline {
  private visits = MOST_VISITS;
  private readonly defaults: Parts;

  /** What the job at hand names and does not find. */
  private lost = new Set<string>();

  constructor(
    private readonly file: JsonObject,
    private readonly unread: readonly string[],
  ) {
    const { image, services } = file;
    // Those of the file itself are older than `default`, which counts more.
    const own = { ...(image !== undefined && { image }), ...(services !== undefined && { services }) };
    this.defaults = { ...own, ...partsOf(file.default) };
  }

  settingsOf(job: Json) {
    this.lost = new Set();
    const own = this.extended(job);
    const inherit = isObject(own.inherit) ? own.inherit : {};
    const defaults = DEFAULTS.filter((name) => name in this.defaults && isInherited(inherit.default, name));
    const withDefaults = { ...Object.fromEntries(defaults.map((name) => [name, this.defaults[name] ?? null])), ...own };
    const { image, services, variables, tags } = this.resolved(withDefaults) as Parts;
    const globals = Object.entries(variablesOf(this.resolved(this.file.variables ?? null)));
    const inherited = globals.filter(([name]) => isInherited(inherit.variables, name));
    const settings = {
      ...imageOf(image),
      ...servicesOf(services),
      variables: { ...Object.fromEntries(inherited), ...variablesOf(variables) },
    };
    const unread = [...this.unread, ...this.lost, ...inputsIn(JSON.stringify(settings))];
    return { ...settings, ...tagsOf(tags), ...(unread.length > 0 && { unread: [...new Set(unread)] }) };
  }

  /** What a job has, and what those have that it extends: maps are put together, all else is replaced. */
  private extended(job: Json | undefined, depth = DEEPEST): Parts {
    if (!isObject(job) || depth === 0 || this.visits-- <= 0) return {};
    const bases = typeof job.extends === 'string' ? [job.extends] : isList(job.extends) ? job.extends : [];
    let made: Parts = {};
    for (const base of bases) {
      const found = typeof base === 'string' ? own(this.file, base) : undefined;
      if (found === undefined) this.lost.add(`extends: ${base}`);
      else made = merged(made, this.extended(found, depth - 1));
    }
    return merged(made, partsOf(job));
  }

  /** The value with what it refers to; a reference to nothing, or to itself, is nothing. */
  private resolved(value: Json, depth = DEEPEST): Json {
    if (isList(value)) {
      return value.flatMap((each) => {
        const one = this.resolved(each, depth);
        // A list that is referred to in a list becomes a part of it.
        return isReference(each) && isList(one) ? one : [one];
      });
    }
    if (!isObject(value)) return value;
    if (!isReference(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.resolved(each, depth)]));
    }
    const found = depth === 0 || this.visits-- <= 0 ? undefined : this.referredTo(value[REFERENCE]);
    if (found === undefined) this.lost.add(`!reference ${JSON.stringify(value[REFERENCE])}`);
    return this.resolved(found ?? null, depth - 1);
  }

  /** What stands at a path; what a job extends is a part of it. */
  private referredTo(path: Json | undefined): Json | undefined {
    if (!isList(path)) return undefined;
    const [first, second] = path;
    const job = typeof first === 'string' ? own(this.file, first) : undefined;
    const isPart = path.length > 1 && PARTS.some((name) => name === second);
    const start = isPart ? (this.extended(job) as JsonObject) : job;
    return path
      .slice(1)
      .reduce<Json | undefined>(
        (at, name) => (isObject(at) && typeof name === 'string' ? own(at, name) : undefined),
        start,
      );
  }
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isReference(value: Json): boolean {
  return isObject(value) && REFERENCE in value;
}

function partsOf(value: Json | undefined): Parts {
  if (!isObject(value)) return {};
  return Object.fromEntries(PARTS.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]])));
}

function merged(below: Parts, above: Parts): Parts {
  const { variables } = above;
  const both =
    isObject(below.variables) && isObject(variables) && !isReference(below.variables) && !isReference(variables);
  return { ...below, ...above, ...(both && { variables: { ...(below.variables as JsonObject), ...variables } }) };
}

/** `inherit:` says of defaults and of variables whether a job has them: all, none, or those that it names. */
function isInherited(rule: Json | undefined, name: string): boolean {
  return isList(rule) ? rule.includes(name) : rule !== false;
}

function imageOf(value: Json | undefined): { readonly image?: string } {
  const image = isObject(value) ? value.name : value;
  return typeof image === 'string' ? { image } : {};
}

function servicesOf(value: Json | undefined): { readonly services?: readonly JobService[] } {
  const services = (isList(value) ? value : []).flatMap((service): JobService[] => {
    const { name, alias } = isObject(service) ? service : { name: service, alias: undefined };
    return typeof name === 'string' ? [{ name, ...(typeof alias === 'string' && { alias }) }] : [];
  });
  return services.length > 0 ? { services } : {};
}

function tagsOf(value: Json | undefined): { readonly tags?: readonly string[] } {
  const tags = (isList(value) ? value : [value]).filter((tag) => typeof tag === 'string');
  return tags.length > 0 ? { tags } : {};
}

function variablesOf(value: Json | undefined): Record<string, string> {
  const entries = Object.entries(isObject(value) ? value : {}).flatMap(([name, given]) => {
    const text = isObject(given) ? given.value : given;
    return typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean' ? [[name, `${text}`]] : [];
  });
  return Object.fromEntries(entries);
}
