/** The machine that a job's own is made of, by VirtualBox or Parallels (executors/vm/vm.go, validateConfig of both executors). */
import { regexpProblem } from '../values/go-regexp-syntax';
import { goExpression } from './expression/go-expression';
import type { Inputs } from './inputs';
import { JobFailure } from './job-failure';
import { byJob, type Origin } from './origin';

interface Hypervisor {
  /** The table of its keys, which is named as the executor is. */
  readonly table: string;
  /** What the runner calls it. */
  readonly name: string;
  /** What it says where there is no way to log in. */
  readonly noSsh: string;
}

const HYPERVISORS: Readonly<Record<string, Hypervisor>> = {
  virtualbox: { table: 'virtualbox', name: 'VirtualBox', noSsh: 'missing SSH config' },
  parallels: { table: 'parallels', name: 'Parallels', noSsh: 'missing SSH configuration' },
};

/** Undefined for an executor that makes none. `image`: the one that the job asks for, its variables put in. */
export function virtualMachine(
  { runner }: Inputs,
  executor: string,
  image: string,
): { readonly base: string; readonly origin: Origin } | undefined {
  const hypervisor = Object.hasOwn(HYPERVISORS, executor) ? HYPERVISORS[executor] : undefined;
  if (!hypervisor) return undefined;
  const { table, name, noSsh } = hypervisor;
  const keys = runner.table(table);
  if (!keys.isThere) throw new JobFailure(`missing ${name} configuration`, runner.origin(table));
  const base = keys.text('base_name');
  const origin = keys.origin('base_name');
  if (base === '') throw new JobFailure(`missing BaseName setting from ${name} configuration`, origin);
  if (!runner.table('ssh').isThere) throw new JobFailure(noSsh, runner.origin('ssh'));
  const allowed = keys.texts('allowed_images');
  const wrong = allowed.find((expression) => regexpProblem(expression) !== undefined);
  if (wrong !== undefined) {
    const said = `invalid regexp pattern in allowed_images parameter: ${wrong}`;
    throw new JobFailure(said, keys.origin('allowed_images'));
  }
  // Without a list the image of the job is passed over.
  if (image === '' || image === base || allowed.length === 0) return { base, origin };
  const wanted = byJob('image.name');
  if (allowed.some((expression) => goExpression(expression).matchesIn(image))) return { base: image, origin: wanted };
  throw new JobFailure('invalid image', keys.origin('allowed_images'));
}
