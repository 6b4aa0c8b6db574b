/**
 * Addresses of GitLab: `http://` or `https://`, a host, a port, a path, as Go's net/url reads them. Of one that is none the runner
 * gets no job (network/client.go, newClient); from a `clone_url` that is none no job gets its sources (common/build.go, GetRemoteURL).
 * Checked against Go's own url.Parse.
 *
 *     url = ("http" | "https") "://" [user "@"] host [":" port] [path]
 */
import type { GrammarName } from '../schema/types';
import { message } from '../text/message';
import { isForPrograms } from '../text/placeholders';
import type { Span } from '../text/span';
import { type Grammar, type GrammarProblem, shown, understood } from './grammar';

interface Kind {
  readonly name: GrammarName;
  readonly use: 'jobs' | 'sources';
}

/** An address as it is cut; each part where it stands. */
interface Parts {
  readonly scheme: string;
  /** What stands between scheme and path: user, host and port. */
  readonly authority: string;
  /** Where the authority begins. */
  readonly at: number;
}

export const url = urlOf({ name: 'url', use: 'jobs' });
export const gitUrl = urlOf({ name: 'git-url', use: 'sources' });

/** `GITLAB_URL`: what somebody puts an address in place of. No host is called so. */
const NAME_OF_ONE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

function urlOf(kind: Kind): Grammar<string> {
  return {
    name: kind.name,
    read(text) {
      if (text === '' || isForPrograms(text) || NAME_OF_ONE.test(text)) return understood(text);
      const problem = problemOf(text, kind);
      return problem ? { problems: [problem] } : understood(text);
    },
  };
}

function problemOf(text: string, kind: Kind): GrammarProblem | undefined {
  const parts = partsOf(text);
  if (!parts) return problem(text, kind, 'scheme', whole(text));
  const { scheme, authority, at } = parts;
  // Other schemes are refused where jobs are asked for; git may know them.
  if (!/^https?$/i.test(scheme)) return problem(text, kind, 'scheme', { start: 0, end: at });
  const control = indexOf(text, (code) => code <= 0x1f || code === 0x7f);
  if (control >= 0) return problem(text, kind, 'character', { start: control, end: control + 1 });
  const user = authority.lastIndexOf('@') + 1;
  const address = authority.slice(user);
  const start = at + user;
  const [host, port] = hostAndPort(address);
  if (host === '') return problem(text, kind, 'host', whole(text));
  const bad = /[\s\\^`{|}]/.exec(address);
  if (bad) return problem(text, kind, 'character', { start: start + bad.index, end: start + bad.index + 1 });
  if (port !== undefined && !/^(?:\d{1,9})?$/.test(port)) return badPort(kind, start + address.length, port);
  if (port && Number(port) > 65_535) return badPort(kind, start + address.length, port);
  if (address.startsWith('[') !== /\]/.test(address)) {
    return problem(text, kind, 'host', { start, end: start + address.length });
  }
  return undefined;
}

/** A host and a port; an address of IPv6 stands in brackets. */
function hostAndPort(address: string): readonly [string, string | undefined] {
  const colon = address.lastIndexOf(':');
  return colon > address.lastIndexOf(']') ? [address.slice(0, colon), address.slice(colon + 1)] : [address, undefined];
}

function partsOf(text: string): Parts | undefined {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1];
  if (scheme === undefined) return undefined;
  const at = scheme.length + 3;
  const end = indexOf(text, (code) => code === 0x2f || code === 0x3f || code === 0x23, at);
  return { scheme, authority: text.slice(at, end < 0 ? text.length : end), at };
}

function indexOf(text: string, isMet: (code: number) => boolean, from = 0): number {
  for (let index = from; index < text.length; index++) if (isMet(text.charCodeAt(index))) return index;
  return -1;
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}

type Fault = 'scheme' | 'host' | 'character';

function problem(text: string, kind: Kind, fault: Fault, span: Span): GrammarProblem {
  const said = message('invalid-value.url', { value: shown(text), fault, use: kind.use });
  return { ...span, message: said, refused: false, fails: isSure(kind, fault), repaired: meantUrl(text, kind) };
}

function badPort(kind: Kind, end: number, port: string): GrammarProblem {
  const said = message('invalid-value.url.port', { port: shown(port), use: kind.use });
  return { start: end - port.length, end, message: said, refused: false, fails: true };
}

/** What git makes of an address that is none of the web, only git can tell. */
function isSure({ use }: Kind, fault: Fault): boolean {
  return use === 'jobs' || fault === 'character';
}

/** The address that was meant: spaces around it, its scheme missing or misspelled. */
function meantUrl(text: string, kind: Kind): string | undefined {
  const bare = text.trim();
  const [, scheme = '', rest = ''] = /^(?:(https?)(?::\/*|\/\/))?(.*)$/is.exec(bare) ?? [];
  // Without a scheme only what looks like a host is one.
  if (!scheme && !/^(?:[\w-]+\.)+[\w-]+(?::\d+)?(?:\/|$)|^localhost(?:[:/]|$)|^[\w-]+:\d+(?:\/|$)/i.test(rest))
    return undefined;
  const meant = `${scheme.toLowerCase() || 'https'}://${rest}`;
  return rest !== '' && meant !== text && problemOf(meant, kind) === undefined ? meant : undefined;
}
