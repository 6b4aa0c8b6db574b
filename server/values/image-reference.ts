/**
 * References of container images, `[registry[:port]/]path[:tag][@digest]`, as the library `distribution/reference` reads them for Docker,
 * the kubelet and the runner (SplitNameAndVersion in helpers/container/services/services.go). Checked against verdicts/values.json,
 * grammar `image-reference`. The runner expands variables first, so a text with one may be anything.
 */
import helperImages from '../../schemas/helper-images.json';
import type { GrammarName } from '../schema/types';
import { message } from '../text/message';
import type { Span } from '../text/span';
import { type Continuations, type Grammar, type GrammarProblem, shown, understood } from './grammar';

/** What becomes of a text that is none. */
type Outcome = 'jobs' | 'pod' | 'service' | 'pause' | 'steps';

/** The image of jobs: Docker refuses to pull it, or the container of the pod waits with InvalidImageName until the job fails. */
export const imageReference = reference('image-reference', 'jobs');
/** The image of a service in a pod: the whole pod waits for it. */
export const imageOfPod = reference('image-of-pod', 'pod');
/** The image of a service with Docker: the service is left out. With an alias the job fails, so this is the less that happens. */
export const imageOfService = reference('image-of-service', 'service');
/** The image of pods that only keep nodes. */
export const imageOfPause = reference('image-of-pause', 'pause');
/** The image that runs steps. */
export const imageOfSteps = reference('image-of-steps', 'steps');

const HOST = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:]+\])(?::\d+)?`;
const PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const TAG = String.raw`\w[\w.-]{0,127}`;
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9A-Fa-f]{32,}';
const REFERENCE = new RegExp(`^(?:${HOST}/)?${PART}(?:/${PART})*(?::${TAG})?(?:@${DIGEST})?$`);
/** Longer than name, tag and digest can be together. */
const LONGEST = 1024;

/** Whether a text is a reference. */
function isReference(text: string): boolean {
  return text.length <= LONGEST && REFERENCE.test(text);
}

function reference(name: GrammarName, outcome: Outcome): Grammar<string> {
  return {
    name,
    read(text) {
      if (text === '' || text.includes('$')) return understood(text);
      if (!isReference(text)) return { problems: [problemOf(text, outcome)] };
      const lost = outcome === 'service' ? lostDigest(text) : undefined;
      return lost ? { problems: [lost] } : understood(text);
    },
    complete: helperTags,
  };
}

/**
 * A digest that the runner leaves out of the image of a service, which it then starts at its newest version: without a tag it keeps no
 * other than `sha256:` and 64 characters (SplitNameAndVersion in helpers/container/services/services.go).
 */
function lostDigest(text: string): GrammarProblem | undefined {
  const start = text.indexOf('@');
  const name = text.slice(0, start);
  if (start < 0 || /:[^/]*$/.test(name) || /^@sha256:.{64}$/.test(text.slice(start))) return undefined;
  const said = message('invalid-value.image.digest', { image: shown(`${name}:latest`) });
  return { start, end: text.length, message: said, refused: false };
}

/** The tags of the helper's image, wherever one keeps a copy of it. */
function helperTags(text: string, offset: number): Continuations | undefined {
  const name = text.length <= LONGEST ? /^[^:]*(?::\d+\/[^:]*)?gitlab-runner-helper:/.exec(text)?.[0] : undefined;
  if (name === undefined || offset < name.length) return undefined;
  return { start: name.length, end: text.length, texts: helperImages.tags };
}

function problemOf(text: string, outcome: Outcome): GrammarProblem {
  const { fault, ...span } = faultOf(text);
  const said = message('invalid-value.image', { value: shown(text), fault, outcome });
  return {
    ...span,
    message: said,
    refused: false,
    fails: outcome === 'jobs' || outcome === 'pod',
    repaired: meant(text),
  };
}

interface Fault extends Span {
  readonly fault: 'quotes' | 'scheme' | 'blank' | 'upperCase' | 'tag' | 'other';
}

/** What of a text is no reference, first things first. */
function faultOf(text: string): Fault {
  const whole = { start: 0, end: text.length };
  if (QUOTES.test(text)) return { ...whole, fault: 'quotes' };
  const scheme = SCHEME.exec(text);
  if (scheme) return { start: scheme.index, end: scheme.index + scheme[0].length, fault: 'scheme' };
  const blank = text.search(/\s/);
  if (blank >= 0) return { ...(text.trim() === text ? { start: blank, end: blank + 1 } : whole), fault: 'blank' };
  const path = pathOf(text);
  const upperCase = path && /[A-Z](?:[^:@]*[A-Z])?/.exec(text.slice(path.start, path.end));
  if (path && upperCase) {
    const start = path.start + upperCase.index;
    return { start, end: start + upperCase[0].length, fault: 'upperCase' };
  }
  const tag = path && text.slice(path.end).startsWith(':') ? { start: path.end, end: text.length } : undefined;
  return tag ? { ...tag, fault: 'tag' } : { ...whole, fault: 'other' };
}

const QUOTES = /^\s*["'`“‘]|["'`”’]\s*$/;
const SCHEME = /^\s*[a-z]+:\/\//i;

/** Where the path of a name is: behind the registry and before tag and digest. A text of capitals before a `/` is a registry. */
function pathOf(text: string): Span | undefined {
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const start = /[.:]|^localhost$/.test(first) || /^[A-Z][A-Z0-9-]*$/.test(first) ? slash + 1 : 0;
  const colon = text.slice(start).search(/[:@]/);
  return { start, end: colon < 0 ? text.length : start + colon };
}

/** The reference that a text was meant as: without quotes, scheme and blanks around it, and in lower case. */
function meant(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  let bare = text.replace(/^[\s"'`“‘]+|[\s"'`”’]+$/g, '').replace(SCHEME, '');
  bare = bare.replace(/^hub\.docker\.com\/(?:_|r)\//, '').replace(/(?<![:/])[:/]+$/, '');
  const path = pathOf(bare);
  if (!path) return undefined;
  const lower = bare.slice(0, path.start) + bare.slice(path.start, path.end).toLowerCase() + bare.slice(path.end);
  return lower !== text && isReference(lower) ? lower : undefined;
}
