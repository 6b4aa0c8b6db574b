/** The parts of a service's image (helpers/container/services/services.go); held to preview/functions.json, `service_image`. */
import { blankIn } from './blanks';

const HOST =
  '(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?';
const PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const REFERENCE = new RegExp(`^((?:${HOST}/)?${PART}(?:/${PART})*)(?::(\\w[\\w.-]{0,127}))?(?:@${DIGEST})?$`);
/** Longer than a name with its parts can be: the expression would be slow. */
const LONGEST = 2000;

export interface ImageName {
  /** Without the port of the registry. */
  readonly name: string;
  readonly version: string;
  /** What is pulled. */
  readonly image: string;
  /** The names under which it is found. */
  readonly aliases: readonly string[];
}

export function splitImageName(text: string): ImageName {
  const match = text.length <= LONGEST ? REFERENCE.exec(text) : null;
  if (!match) return { name: '', version: 'latest', image: text, aliases: [] };
  const [, path = '', tag] = match;
  const name = withoutPort(path);
  const digest = /@sha256:.{64}$/.exec(text)?.[0];
  const version = tag ?? digest ?? mayHaveTag(path);
  const [joined, dashed] = [name.replaceAll('/', '__'), name.replaceAll('/', '-')];
  return {
    name,
    version: version ?? 'latest',
    image: version ? text : `${path}:latest`,
    aliases: joined === dashed ? [joined] : [joined, dashed],
  };
}

/** The blank of a template in the last part of a path, which may bring a tag with it. */
export const mayHaveTag = (path: string) => blankIn(path.slice(path.lastIndexOf('/') + 1));

/** The port stands in front of the first slash, or at the end. */
function withoutPort(path: string): string {
  const [host = '', ...rest] = path.split('/');
  return [host.replace(/:[0-9]+$/, ''), ...rest].join('/');
}
