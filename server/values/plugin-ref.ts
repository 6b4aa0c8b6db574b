/**
 * The plugin of an autoscaler (fleeting-artifact, pkg/installer and pkg/version): a path to a program, a program in PATH whose name begins with
 * `fleeting-plugin-`, or an image, of GitLab where it has no registry, with a version of one to three numbers. What is none of these
 * stops the autoscaler before its first job: "loading fleeting plugin".
 */
import names from '../../schemas/plugin-names.json';
import { type Message, message } from '../text/message';
import { type Grammar, type GrammarProblem, shown, understood } from './grammar';

export const pluginRef: Grammar<string> = {
  name: 'plugin-ref',
  read(text) {
    // No plugin at all is a finding of the table.
    if (text === '' || isPath(text)) return understood(text);
    const problem = wrongReference(text) ?? wrongVersion(text) ?? wrongName(text);
    return problem ? { problems: [problem] } : understood(text);
  },
};

const official: readonly string[] = names.official;
const meantNames: Readonly<Record<string, string>> = names.meant;

/** A file, which nobody but the machine of the runner can know. */
function isPath(text: string): boolean {
  return /^(?:[./~\\]|[a-z]:[\\/])/i.test(text) || text.includes('\\');
}

const REFERENCE = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?::\d+(?=\/))?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?:[:@][^/]*)?$/;

/** Capitals, blanks and addresses are no reference. */
function wrongReference(text: string): GrammarProblem | undefined {
  if (text.length <= LONGEST && REFERENCE.test(text)) return undefined;
  const lower = text.trim().toLowerCase();
  const bare = lower.replace(/^https?:\/\//, '');
  const repaired = text.length <= LONGEST && REFERENCE.test(bare) && !wrongVersion(bare) ? bare : undefined;
  return whole(text, message('invalid-value.plugin.reference', { text: shown(text) }), repaired);
}

/** Longer texts are no references. */
const LONGEST = 300;

/** `latest`, or up to three numbers and what a prerelease is called. */
const VERSION = /^(?:latest|\d+(?:\.\d+){0,2}|\d+\.\d+\.\d+-[0-9A-Za-z.-]+)$/;

function wrongVersion(text: string): GrammarProblem | undefined {
  const match = /[:@](?!\d+\/)([^/]*)$/.exec(text);
  if (!match || (match[0].startsWith(':') && VERSION.test(match[1] ?? ''))) return undefined;
  const version = match[1] ?? '';
  const number = /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1];
  const meant = number && VERSION.test(number) ? number : undefined;
  const isDigest = match[0].startsWith('@');
  return {
    start: match.index,
    end: text.length,
    message: message('invalid-value.plugin.version', { version: shown(version) }),
    refused: false,
    fails: true,
    repaired: meant && !isDigest ? `${text.slice(0, match.index)}:${meant}` : undefined,
  };
}

/** Names that GitLab has no image of, and what they were meant as. */
function wrongName(text: string): GrammarProblem | undefined {
  if (/^localhost[:/]/.test(text)) return local(text);
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  if (text.includes('/')) return undefined;
  const version = colon < 0 ? '' : text.slice(colon);
  const prefixed = /^fleeting-plugin-(.*)$/.exec(name)?.[1];
  if (prefixed !== undefined) {
    // Without a version it is a program in PATH.
    if (version === '') return undefined;
    const repaired = official.includes(prefixed) ? prefixed + version : meantNames[prefixed];
    return whole(text, message('invalid-value.plugin.program', { text: shown(text) }), repaired);
  }
  const meant = Object.hasOwn(meantNames, name) ? meantNames[name] : undefined;
  if (meant === undefined) return undefined;
  const isOfficial = official.includes(meant);
  return whole(
    text,
    message('invalid-value.plugin.unknown', { text: shown(text), meant }),
    isOfficial ? meant + version : meant,
  );
}

/** A registry needs a dot in its name: without one it is taken for a group at GitLab. */
function local(text: string): GrammarProblem {
  return whole(text, message('invalid-value.plugin.registry', { text: shown(text) }), undefined);
}

function whole(text: string, said: Message, repaired: string | undefined): GrammarProblem {
  return { start: 0, end: text.length, message: said, refused: false, fails: true, repaired };
}
