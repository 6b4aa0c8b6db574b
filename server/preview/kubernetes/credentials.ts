/** The logins of registries that a job's pod gets (helpers/docker/auth). */
import { isObject, type Json, type JsonObject } from '../json';
import type { Plan } from './plan';

interface Login {
  readonly server: string;
  readonly config: Record<string, Json>;
}

/** The logins by server as Docker's old file has them; undefined where there are none. */
export function registryLogins({ environment, inputs }: Plan): JsonObject | undefined {
  const ofJob = inputs.job.credentials
    .filter(({ type }) => type === 'registry')
    .map(({ url, username, password }) => ({ server: url, config: login({ username, password, server: url }) }));
  const logins = new Map<string, Login>();
  for (const each of [...loginsIn(environment.registryLogin), ...ofJob]) {
    const path = registryPath(each.server);
    if (!logins.has(path)) logins.set(path, each);
  }
  if (logins.size === 0) return undefined;
  const sorted = [...logins.values()].sort((one, other) => (one.server < other.server ? -1 : 1));
  return Object.fromEntries(sorted.map(({ server, config }) => [server, config]));
}

/** Those of a Docker configuration; one that is no JSON is only worth a warning to the runner. */
function loginsIn(text: string): readonly Login[] {
  // Most runners have none: an exception for each would be a tenth of a preview.
  if (text === '') return [];
  const auths = parsed(text).auths;
  if (!isObject(auths)) return [];
  return Object.entries(auths).flatMap(([server, entry]) => {
    if (!isObject(entry)) return [];
    const { username, password } = isText(entry.auth) ? decoded(entry.auth) : entry;
    return [
      {
        server,
        config: login({ username: textOf(username), password: textOf(password), server }),
      },
    ];
  });
}

function parsed(text: string): JsonObject {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** `user:password` in base64. */
function decoded(auth: string): { readonly username: string; readonly password: string } {
  try {
    const text = atob(auth);
    const at = text.indexOf(':');
    return { username: text.slice(0, at), password: text.slice(at + 1).replace(/^\0+|\0+$/g, '') };
  } catch {
    return { username: '', password: '' };
  }
}

function login(given: { readonly username: string; readonly password: string; readonly server: string }) {
  const made: Record<string, Json> = {};
  if (given.username !== '') made.username = given.username;
  if (given.password !== '') made.password = given.password;
  if (given.server !== '') made.serveraddress = given.server;
  return made;
}

/** Servers are the same without scheme and version. */
function registryPath(server: string): string {
  return server
    .replace(/^https?:\/\//, '')
    .replace(/^index\.docker\.io(?:\/v1\/?)?$/, 'docker.io')
    .replace(/\/$/, '')
    .toLowerCase();
}

const isText = (value: Json | undefined): value is string => typeof value === 'string' && value !== '';
const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '');
