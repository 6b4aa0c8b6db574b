/** The logins of registries that a job may use (helpers/docker/auth/auth.go): those of a Docker configuration, then GitLab's. */
import type { Credentials } from './job';
import { isObject, type Json, type JsonObject } from './json';

export interface Login {
  readonly server: string;
  /** As it is sent. */
  readonly config: Readonly<Record<string, Json>>;
}

/** The logins by what they are for: a registry, or a path in one. The first of equal ones is taken. */
export function registryLogins(dockerConfig: string, ofJob: readonly Credentials[]): ReadonlyMap<string, Login> {
  const logins = new Map<string, Login>();
  const own = ofJob.filter(({ type }) => type === 'registry');
  const all = [
    ...loginsIn(dockerConfig),
    ...own.map(({ url, username, password }) => login(url, { username, password })),
  ];
  for (const each of all) {
    const path = registryPath(each.server);
    if (!logins.has(path)) logins.set(path, each);
  }
  return logins;
}

/** The login for an image: that of the longest path. */
export function loginFor(image: string, logins: ReadonlyMap<string, Login>): Login | undefined {
  for (let path = imagePath(image); path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('/'), 0))) {
    const found = logins.get(path);
    if (found) return found;
  }
  return undefined;
}

/**
 * Those of a Docker configuration. Where something in it cannot be read the runner takes none of them, and so it does where a program
 * that keeps them is not there: what it would say is not known here.
 */
function loginsIn(text: string): readonly Login[] {
  // Most runners have none: an exception for each would be a tenth of a preview.
  if (text === '') return [];
  const { auths, credsStore, credHelpers } = parsed(text);
  const isKept = (isObject(credHelpers) && Object.keys(credHelpers).length > 0) || textOf(credsStore) !== '';
  if (!isObject(auths) || isKept) return [];
  const found: Login[] = [];
  for (const server of Object.keys(auths).sort()) {
    const entry = auths[server];
    if (!isObject(entry)) return [];
    const decoded = textOf(entry.auth) === '' ? entry : decodedLogin(textOf(entry.auth));
    if (!decoded) return [];
    found.push(login(server, { ...entry, ...decoded }));
  }
  return found;
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
function decodedLogin(auth: string): { readonly username: string; readonly password: string } | undefined {
  const bare = auth.replace(/[\r\n]/g, '');
  if (bare.length % 4 > 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) return undefined;
  const text = new TextDecoder().decode(Uint8Array.from(atob(bare), (character) => character.charCodeAt(0)));
  const at = text.indexOf(':');
  return at < 1 ? undefined : { username: text.slice(0, at), password: text.slice(at + 1).replace(/^\0+|\0+$/g, '') };
}

function login(server: string, given: JsonObject): Login {
  const { username, password, identitytoken, registrytoken } = given;
  const fields = Object.entries({ username, password, serveraddress: server, identitytoken, registrytoken });
  return {
    server,
    config: Object.fromEntries(fields.flatMap(([name, value]) => (textOf(value) ? [[name, textOf(value)]] : []))),
  };
}

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '');

/** What an entry is for. An address with a scheme is for the whole registry. */
function registryPath(server: string): string {
  const bare = server.replace(/^https?:\/\//i, '');
  if (bare !== server) {
    const host = bare.replace(/\/.*/s, '').toLowerCase();
    return host === 'index.docker.io' ? 'docker.io' : host;
  }
  return withLowerHost(server.replace(/\/$/, '').replace(/(\/[^/]*):[^/:]*$/, '$1'));
}

/** The path of an image without its tag; one without a registry is of Docker's own. */
function imagePath(image: string): string {
  const path = image.replace(/:[^/]*$/, '').replace(/\/{2,}/g, '/');
  const [host = '', ...rest] = path.split('/');
  if (rest.length === 0 || !/[.:]|^localhost$/i.test(host)) return `docker.io/${path}`;
  return withLowerHost(/^index\.docker\.io$/i.test(host) ? ['docker.io', ...rest].join('/') : path);
}

const withLowerHost = (path: string) => path.replace(/^[^/]*/, (host) => host.toLowerCase());
