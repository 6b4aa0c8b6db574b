/**
 * Tokens of runners: `glrt-` and `glrtr-` before what GitLab made, or the old ones without a prefix. What is said is what is surely
 * another token, or none that a request can carry (helpers/shorten_token.go; network/gitlab.go). No sentence repeats one.
 */
import { message } from '../text/message';
import type { Span } from '../text/span';
import { type Grammar, type GrammarProblem, understood } from './grammar';

/** The tokens of GitLab that are not those of runners, by their prefix. */
const OTHERS: readonly (readonly [RegExp, 'registration' | 'personal' | 'job' | 'deploy'])[] = [
  [/^GR[0-9A-Fa-f]{7}/, 'registration'],
  [/^glpat-/, 'personal'],
  [/^glcbt-/, 'job'],
  [/^gldt-/, 'deploy'],
];

export const runnerToken: Grammar<string> = {
  name: 'token',
  read(text) {
    const trimmed = text.trim();
    // A token of nothing has a finding of its own.
    if (trimmed === '') return understood(text);
    const [prefix, kind] = OTHERS.find(([pattern]) => pattern.test(text)) ?? [];
    if (kind) {
      const end = prefix?.exec(text)?.[0].length ?? text.length;
      return { problems: [problem({ start: 0, end }, kind)] };
    }
    const space = /\s/.exec(text);
    // What stands in a sentence is a placeholder.
    if (!space || /\S\s+\S/.test(text)) return understood(text);
    return { problems: [problem({ start: space.index, end: space.index + 1 }, 'space')] };
  },
};

function problem(span: Span, kind: 'registration' | 'personal' | 'job' | 'deploy' | 'space'): GrammarProblem {
  return { ...span, message: message('invalid-value.token', { kind }), refused: false };
}
