/**
 * The jobs of a `.gitlab-ci.yml` as far as a preview needs them: image, services and variables, with what `extends`, `default` and the
 * globals give them. What is included from elsewhere, and `!reference`, is not known here.
 */
import type { JobService, NamedJob } from '../../protocol/preview';
import { JobFailure } from './job-failure';
import { isList, isObject, type Json, type JsonObject } from './json';
import { patchYaml } from './kubernetes/pod-spec/load-yaml';

/** Keys of the file that are no jobs (https://docs.gitlab.com/ci/yaml/#keywords). */
const KEYWORDS = new Set([
  ...['default', 'include', 'stages', 'variables', 'workflow', 'spec', 'image', 'services', 'cache'],
  ...['before_script', 'after_script', 'types'],
]);
const MOST_JOBS = 500;
/** GitLab refuses more (https://docs.gitlab.com/ci/yaml/#extends). */
const DEEPEST = 11;
/** Jobs that are looked at for all of a file: lists of `extends` that name each other could be followed for ever. */
const MOST_VISITS = 20_000;

/** The jobs in their order, hidden ones left out; none of a text that is no such file. */
export function pipelineJobs(text: string): NamedJob[] {
  const file = read(text);
  if (!file) return [];
  const defaults = { ...parts(file), ...parts(file.default) };
  const budget = { visits: MOST_VISITS };
  return Object.entries(file)
    .filter(([name, job]) => !KEYWORDS.has(name) && !name.startsWith('.') && isJob(job))
    .slice(0, MOST_JOBS)
    .map(([name, job]) => {
      const { image, services, variables } = { ...defaults, ...extended(file, job, budget) };
      return {
        name,
        ...imageOf(image),
        ...servicesOf(services),
        variables: { ...variablesOf(file.variables), ...variablesOf(variables) },
      };
    });
}

/** A file may begin with a document that says what it takes (`spec:`); the jobs are in the second. */
function read(text: string): JsonObject | undefined {
  const spec = /^spec:/m.exec(text);
  const behind = spec ? /^---[ \t]*$/gm : undefined;
  if (behind && spec) behind.lastIndex = spec.index;
  const mark = behind?.exec(text);
  try {
    const value = patchYaml().yamlToJson(mark ? text.slice(mark.index + mark[0].length) : text);
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof JobFailure) return undefined;
    throw error;
  }
}

const WORK = ['script', 'run', 'extends', 'trigger'];

function isJob(job: Json): job is JsonObject {
  return isObject(job) && WORK.some((key) => key in job) && !('trigger' in job);
}

type Parts = Partial<Record<'image' | 'services' | 'variables', Json>>;

function parts(value: Json | undefined): Parts {
  if (!isObject(value)) return {};
  const { image, services } = value;
  return { ...(image !== undefined && { image }), ...(services !== undefined && { services }) };
}

/** What a job has, and what those have that it extends: maps are put together, all else is replaced. */
function extended(file: JsonObject, job: Json | undefined, budget: { visits: number }, depth = DEEPEST): Parts {
  if (!isObject(job) || depth === 0 || budget.visits-- <= 0) return {};
  const bases = typeof job.extends === 'string' ? [job.extends] : isList(job.extends) ? job.extends : [];
  let made: Parts = {};
  for (const base of bases) {
    if (typeof base === 'string' && Object.hasOwn(file, base))
      made = merged(made, extended(file, file[base], budget, depth - 1));
  }
  return merged(made, { ...parts(job), ...(job.variables !== undefined && { variables: job.variables }) });
}

function merged(below: Parts, above: Parts): Parts {
  const { variables } = above;
  const both = isObject(below.variables) && isObject(variables);
  return { ...below, ...above, ...(both && { variables: { ...(below.variables as JsonObject), ...variables } }) };
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

function variablesOf(value: Json | undefined): Record<string, string> {
  const entries = Object.entries(isObject(value) ? value : {}).flatMap(([name, given]) => {
    const text = isObject(given) ? given.value : given;
    return typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean' ? [[name, `${text}`]] : [];
  });
  return Object.fromEntries(entries);
}
