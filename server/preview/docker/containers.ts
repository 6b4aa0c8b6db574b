/** The bodies of requests for containers, and the images that they are of. */
import zeros from '../../../schemas/docker-requests.json';
import { Fields } from '../fields';
import { JobFailure } from '../job-failure';
import type { Json, JsonObject } from '../json';
import { byRunner, noteItemOrigins, type Origin } from '../origin';
import { loginFor, registryLogins } from '../registry-logins';
import type { Variables } from '../variables';
import { policiesFor, pulledPlatform } from './images';
import type { DockerPlan } from './plan';

/** A body with some fields set; the others are sent, too. Where nothing is said of a field, the runner sets it itself. */
export function containerBody(
  set: Readonly<Record<string, Json | undefined>>,
  origins: Readonly<Record<string, Origin>> = {},
): JsonObject {
  const made = new Fields();
  for (const [field, value] of Object.entries({ ...(zeros.container as JsonObject), ...set })) {
    made.set(field, value, origins[field] ?? byRunner);
  }
  return made.object;
}

/** Variables as the daemon takes them; of a file its path. */
export function environmentList(variables: Variables): readonly string[] {
  const list = variables.list.map(({ key, value, file }) => `${key}=${file ? variables.get(key) : value}`);
  noteItemOrigins(
    list,
    variables.list.map(({ origin }) => origin),
  );
  return list;
}

/** Gets the images of a job from the daemon, each once. */
export class Images {
  private readonly used = new Set<string>();
  private logins: ReturnType<typeof registryLogins> | undefined;

  constructor(private readonly plan: DockerPlan) {}

  /** How an image is named in a request for a container: the daemon says a digest. */
  get(image: string, origin: Origin, ofJob: readonly string[], platform = ''): string {
    const { docker, daemon } = this.plan;
    const shown = `image(${image})`;
    const policies = policiesFor(docker, image, ofJob);
    if (this.used.has(image)) return shown;
    for (const policy of policies) {
      if (policy !== 'always' && daemon.has(image)) break;
      // One that may not be pulled is taken to be there: nobody knows better here.
      if (policy === 'never') continue;
      if (daemon.pull(image, { ...this.askedOf(platform), ...this.loginFor(image) }, origin)) break;
    }
    this.used.add(image);
    return shown;
  }

  /** The helper; the runner's own is pulled only where it is not there. */
  helper(): string {
    const { helper, helperKey, daemon, docker } = this.plan;
    const origin = docker.origin('helper_image');
    if (helperKey !== '') return this.get(helperKey, origin, []);
    const name = `${helper.name}:${helper.tag}`;
    return daemon.has(name) ? `image(${name})` : this.get(name, origin, []);
  }

  /** A query of a container names the platform of the image that the daemon has. */
  platformOf(platform: string): JsonObject {
    return platform === '' ? {} : { platform: 'linux/amd64' };
  }

  private askedOf(platform: string): JsonObject {
    const { architecture } = this.plan.inputs.manager;
    return platform === '' ? {} : { platform: pulledPlatform(platform, architecture) };
  }

  private loginFor(image: string): JsonObject {
    const { environment, inputs } = this.plan;
    this.logins ??= registryLogins(environment.registryLogin, inputs.job.credentials);
    const found = loginFor(image, this.logins);
    return found ? { auth: found.config } : {};
  }
}

/** The user of the build: the configuration's, else the job's where it is listed. */
export function userOf({ docker, environment, inputs }: DockerPlan): string {
  const configured = docker.text('user');
  const user = configured || environment.variables.expand(inputs.job.image.user.docker);
  const listed = docker.texts('allowed_users');
  const allowed = listed.length > 0 ? listed : configured === '' ? undefined : [configured];
  if (user === '' || !allowed || allowed.includes(user)) return user;
  const text = `failed to create container configuration: user "${user}" is not an allowed user: [${allowed.join(' ')}]`;
  throw new JobFailure(text, docker.origin('allowed_users'));
}
