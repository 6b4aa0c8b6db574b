/** Regular expressions of Go, of keys that the runner compiles when it loads the file, and of those that it compiles in a job. */
import { message } from '../text/message';
import { regexpProblem } from './go-regexp-syntax';
import { type Grammar, shown, understood } from './grammar';

/** The runner does not start with a wrong one. */
export const goRegexp = grammar('go-regexp', true);

/** The job that needs a wrong one fails. */
export const goRegexpOfJob = grammar('go-regexp-of-job', false);

function grammar(name: 'go-regexp' | 'go-regexp-of-job', refused: boolean): Grammar<string> {
  return {
    name,
    read(text) {
      const problem = regexpProblem(text);
      if (!problem) return understood(text);
      const { fault, start, end } = problem;
      const part = shown(text.slice(start, end));
      const outcome = refused ? 'refused' : 'fails';
      return {
        problems: [{ start, end, message: message('invalid-value.regexp', { part, fault, outcome }), refused }],
      };
    },
  };
}
