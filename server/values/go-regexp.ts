/** Regular expressions of Go, of keys that the runner compiles when it loads the file, and of those that it compiles in a job. */
import type { GrammarName } from '../schema/types';
import { message } from '../text/message';
import { regexpProblem } from './go-regexp-syntax';
import { type Grammar, shown, understood } from './grammar';

/** The runner does not start with a wrong one. */
export const goRegexp = grammar('go-regexp', 'refused');

/** The job that needs a wrong one fails. */
export const goRegexpOfJob = grammar('go-regexp-of-job', 'fails');

/** All are compiled before each job (executors/vm/vm.go, ValidateAllowedImages). */
export const goRegexpOfEachJob = grammar('go-regexp-of-each-job', 'failsEach');

type Outcome = 'refused' | 'fails' | 'failsEach';

function grammar(name: GrammarName, outcome: Outcome): Grammar<string> {
  return {
    name,
    read(text) {
      const problem = regexpProblem(text);
      if (!problem) return understood(text);
      const { fault, start, end } = problem;
      const part = shown(text.slice(start, end));
      const said = message('invalid-value.regexp', { part, fault, outcome });
      const refused = outcome === 'refused';
      return {
        problems: [{ start, end, message: said, refused, fails: outcome === 'failsEach', repaired: asPattern(text) }],
      };
    },
  };
}

/** What a star at the start means where names are matched as files are: any text. */
function asPattern(text: string): string | undefined {
  const meant = `.${text}`;
  return text.startsWith('*') && text.length < LONGEST_REPAIRED && !regexpProblem(meant) ? meant : undefined;
}

const LONGEST_REPAIRED = 200;
