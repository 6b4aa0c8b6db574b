/**
 * The machine that a job's own is made of, by VirtualBox or Parallels (executors/vm/vm.go, validateConfig of both executors), or on an
 * instance that isolates jobs so (executors/instance/instance.go, createVMTunnel of its autoscaler).
 */
import { regexpProblem } from '../values/go-regexp-syntax';
import { goExpression } from './expression/go-expression';
import type { Inputs } from './inputs';
import { JobFailure } from './job-failure';
import { checkAllowedImage } from './kubernetes/allowed-image';
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

interface Machine {
  readonly base: string;
  readonly origin: Origin;
}

/** Undefined for an executor that makes none. `expand` puts the variables of the job in. */
export function virtualMachine(
  inputs: Inputs,
  executor: string,
  expand: (text: string) => string,
): Machine | undefined {
  if (executor === 'instance') return isolated(inputs, expand);
  const { runner, job } = inputs;
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
  const image = expand(job.image.name);
  // Without a list the image of the job is passed over.
  if (image === '' || image === base || allowed.length === 0) return { base, origin };
  const wanted = byJob('image.name');
  if (allowed.some((expression) => goExpression(expression).matchesIn(image))) return { base: image, origin: wanted };
  throw new JobFailure('invalid image', keys.origin('allowed_images'));
}

function isolated({ runner, job }: Inputs, expand: (text: string) => string): Machine | undefined {
  const isolation = runner.table('autoscaler').table('vm_isolation');
  if (isolation.flag('enabled') !== true) return undefined;
  const { name } = job.image;
  if (name !== '') {
    checkAllowedImage(name, 'allowed_images', runner.table('instance'), []);
    return { base: expand(name), origin: byJob('image.name') };
  }
  const origin = isolation.origin('image');
  const base = expand(isolation.text('image'));
  if (base !== '') return { base, origin };
  const said = 'creating instance environment: creating vm tunnel: no nesting VM image specified to run the job in';
  throw new JobFailure(said, origin);
}
