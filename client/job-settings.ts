/** A job as it is typed into one line, and back. Free of VS Code. */
import type { JobService, JobSettings, NamedJob } from '../protocol/preview';

/** Services as they are shown: `postgres:16, docker:dind as docker`. */
export function servicesLine(services: readonly JobService[] = []): string {
  return services.map(({ name, alias }) => (alias === undefined ? name : `${name} as ${alias}`)).join(', ');
}

/** Services as they were typed. */
export function servicesOf(line: string): JobService[] {
  return line.split(',').flatMap((part): JobService[] => {
    const [name, as, alias] = part.split(/\s/).filter((word) => word !== '');
    if (name === undefined) return [];
    return [{ name, ...(as === 'as' && alias !== undefined && { alias }) }];
  });
}

/** A job of a pipeline, as it is remembered. */
export function jobOfPipeline({ tags: _tags, ...job }: NamedJob, pipeline: string): JobSettings {
  return { ...job, pipeline };
}

/** What a remembered job has become in its pipeline; undefined where it is as it was, or is there no more. */
export function jobAgain(job: JobSettings, found: readonly NamedJob[]): JobSettings | undefined {
  const now = found.find(({ name }) => name === job.name);
  if (job.pipeline === undefined || !now) return undefined;
  const made = jobOfPipeline(now, job.pipeline);
  return JSON.stringify(made) === JSON.stringify(job) ? undefined : made;
}

/** A job with another image; none where it is empty. */
export function withImage({ image: _before, pipeline: _pipeline, ...job }: JobSettings, typed: string): JobSettings {
  const image = typed.trim();
  return { ...job, ...(image !== '' && { image }) };
}

/** A job with other services. */
export function withServices(
  { services: _before, pipeline: _pipeline, ...job }: JobSettings,
  typed: string,
): JobSettings {
  const services = servicesOf(typed);
  return { ...job, ...(services.length > 0 && { services }) };
}

/** A job with a variable `NAME=value` in place of one that it had; an empty text takes that one away. */
export function withVariable(job: JobSettings, before: string | undefined, typed: string): JobSettings {
  const at = typed.indexOf('=');
  const name = (at === -1 ? typed : typed.slice(0, at)).trim();
  const entries = Object.entries(job.variables ?? {}).filter(([each]) => each !== before && each !== name);
  if (name !== '') entries.push([name, at === -1 ? '' : typed.slice(at + 1)]);
  const { variables: _before, pipeline: _pipeline, ...rest } = job;
  return { ...rest, ...(entries.length > 0 && { variables: Object.fromEntries(entries) }) };
}
