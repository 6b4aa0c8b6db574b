/** What becomes of a document when it is opened: the policy, free of VS Code. */
import { LANGUAGE_ID, type Recognition } from '../server/recognition';

/** The setting `gitlabRunnerConfig.recognition`. */
export type Mode = 'automatic' | 'ask' | 'never';

/** What the user said of one document; nothing said is undefined. */
export type Choice = 'ours' | 'not-ours' | undefined;

/**
 * - `serve`: the server hears of it, its language stays
 * - `switch`: it gets our language, and is served as such
 * - `switch-away`: it has our language and shall not have it
 * - `ask`: it looks like ours, the user decides
 * - `leave`: as if we were not installed
 */
export type Handling = 'serve' | 'switch' | 'switch-away' | 'ask' | 'leave';

export interface Treatment {
  readonly handling: Handling;
  readonly recognition: Recognition;
  /** True when the user's own choice, not the recognition, led here. */
  readonly chosen: boolean;
}

/** Whether a document can be recognised at all: TOML, or a `*.toml` that no other extension has given a language. */
export function isCandidate(languageId: string, path: string): boolean {
  return (
    languageId === LANGUAGE_ID ||
    languageId === 'toml' ||
    (languageId === 'plaintext' && path.toLowerCase().endsWith('.toml'))
  );
}

/**
 * Decides over a document. A document that another extension owns (`toml`) keeps its language and is served beside that
 * extension; one that nobody owns (`plaintext`) gets ours, and with it highlighting and snippets.
 */
export function treat(languageId: string, recognition: Recognition, choice: Choice, mode: Mode): Treatment {
  const decided = (handling: Handling, chosen = false): Treatment => ({ handling, recognition, chosen });
  const isOurLanguage = languageId === LANGUAGE_ID;
  const accept: Handling = isOurLanguage || languageId === 'toml' ? 'serve' : 'switch';

  if (choice === 'not-ours') return decided(isOurLanguage ? 'switch-away' : 'leave', true);
  if (choice === 'ours') return decided(accept, true);
  if (isOurLanguage) return decided('serve');
  if (mode === 'never' || recognition.verdict === 'no') return decided('leave');
  return decided(mode === 'ask' && recognition.verdict === 'content' ? 'ask' : accept);
}
