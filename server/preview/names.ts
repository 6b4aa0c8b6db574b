/** Names that the runner makes of a token, a project and a slot; held to preview/functions.json, `short_token`, `rfc1123`, `label`. */
import { firstBytes } from './go-text';

/** What stands in front of tokens, in the order in which it is cut off (helpers/short_token.go). */
const PREFIXES = [/^(?:glrt-(?:t[123]_)?|t[123]_|glrtr-)/, /^glcbt-/, /^GR[0-9A-Fa-f]{7}/];
const SHORT = 9;

/** The part of a token that is no secret. */
export function shortToken(token: string): string {
  const bare = PREFIXES.reduce((text, prefix) => text.replace(prefix, ''), token);
  return firstBytes(bare, SHORT);
}

const LONGEST_LABEL = 63;

/** A text as a name of DNS (helpers/dns/utils.go). */
export function dnsName(text: string): string {
  const allowed = text.toLowerCase().replace(/[^-a-z0-9]/g, '');
  return allowed.replace(/^[^a-z0-9]+/, '').slice(0, LONGEST_LABEL);
}

/** A text as the value of a label (sanitizeLabel in executors/kubernetes/util.go). */
export function labelValue(text: string): string {
  const allowed = text.replace(/[^A-Za-z0-9\-_.]/gu, '_');
  return trimmed(trimmed(allowed).slice(0, LONGEST_LABEL));
}

const trimmed = (text: string) => text.replace(/^[-_.]+|[-_.]+$/g, '');

/** Whether a text is a label of DNS. */
export function isDnsLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LONGEST_SUBDOMAIN = 253;

/** What Kubernetes says against a text as a name of DNS. */
export function subdomainProblem(text: string): string | undefined {
  const wrong = [
    ...(text.length > LONGEST_SUBDOMAIN ? ['must be no more than 253 characters'] : []),
    ...(SUBDOMAIN.test(text)
      ? []
      : [
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
        ]),
  ];
  return wrong.length > 0 ? wrong.join(', ') : undefined;
}

/** Aliases of an image: they are parted by blanks and commas. */
export function aliasesIn(alias: string): readonly string[] {
  return alias.split(/[\s,]+/).filter((each) => each !== '');
}
