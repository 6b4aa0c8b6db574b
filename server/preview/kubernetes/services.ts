/** The services of a pod and the names of their containers (prepareOptions in executors/kubernetes/kubernetes.go). */
import type { JobImage, JobVariable } from '../job';
import { aliasesIn, isDnsLabel } from '../names';
import { byJob, byVariable, type Origin } from '../origin';
import type { Settings } from '../settings';
import { type Variable, type Variables, variableOf } from '../variables';

export interface Service {
  /** That of its container. */
  readonly name: string;
  readonly image: string;
  readonly aliases: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly variables: readonly Variable[];
  /** For overwrites of its numbers. */
  readonly ownVariables: readonly JobVariable[];
  readonly pullPolicies: readonly string[];
  readonly ports: readonly number[];
  readonly user: string;
  readonly origin: Origin;
}

type Unnamed = Omit<Service, 'name'>;

/** Those of the configuration, then those of the job, sorted by the names of their containers; before 17.9 numbered in their order. */
export function servicesOf(
  kubernetes: Settings,
  job: readonly JobImage[],
  variables: Variables,
  isByAlias: boolean,
): readonly Service[] {
  const all = [
    ...kubernetes.tables('services').map((service) => configured(service, variables)),
    ...job.map((service, index) => ofJob(service, `services[${index}]`)),
  ];
  const named = new Map<string, Service>();
  const used = new Set<string>();
  let index = 0;
  for (const service of all) {
    if (service.image === '') continue;
    const name = (isByAlias ? freeAlias(service, used) : undefined) ?? `svc-${index++}`;
    named.set(name, { ...service, name });
  }
  if (!isByAlias) return [...named.values()];
  return [...named.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The first alias that nobody has and that is a label of DNS. Those that are none are taken, too. */
function freeAlias({ aliases }: Unnamed, used: Set<string>): string | undefined {
  for (const alias of aliases) {
    if (used.has(alias)) continue;
    used.add(alias);
    if (isDnsLabel(alias)) return alias;
  }
  return undefined;
}

function configured(service: Settings, variables: Variables): Unnamed {
  const environment = service
    .texts('environment')
    .flatMap((entry) => variableOf(entry, service.origin('environment')) ?? []);
  return {
    image: variables.expand(service.text('name')),
    aliases: aliasesIn(variables.expand(service.text('alias'))),
    entrypoint: service.texts('entrypoint'),
    command: service.texts('command'),
    variables: environment,
    ownVariables: environment.map(({ key, value }) => ({ key, value, public: false, file: false, raw: false })),
    pullPolicies: [],
    ports: [],
    user: '',
    origin: service.origin('name'),
  };
}

function ofJob(service: JobImage, field: string): Unnamed {
  return {
    image: service.name,
    aliases: aliasesIn(service.alias),
    entrypoint: service.entrypoint,
    command: service.command,
    variables: service.variables.map((variable) => ({ ...variable, origin: byVariable(variable.key) })),
    ownVariables: service.variables,
    pullPolicies: service.pullPolicies,
    ports: service.ports,
    user: service.user.kubernetes,
    origin: byJob(field),
  };
}
