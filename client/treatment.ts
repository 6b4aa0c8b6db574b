/** What becomes of a document when it is opened: the policy, free of VS Code. */
import {
  isTemplateOfOther,
  LANGUAGE_ID,
  type Recognition,
  recognize,
} from '../server/containers/toml-file/recognition';
import { mayGetConfiguration } from '../server/containers/yaml/check';
import { type DocumentKind, kindOf, TOML_LANGUAGE } from './document-kind';

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
  /** Undefined: it cannot be recognised, and is here because the user chose. */
  readonly kind: DocumentKind | undefined;
}

export interface OpenedDocument {
  readonly languageId: string;
  readonly path: string;
  readonly text: string;
  /** Another extension serves its language. */
  readonly isOwned: boolean;
  /** The setting `gitlabRunnerConfig.markdown`. */
  readonly readsMarkdown?: boolean;
}

/**
 * Decides over a document. A document that another extension owns (TOML, YAML, a template) keeps its language and is
 * served beside that extension; one that nobody owns gets ours, and with it highlighting and snippets.
 */
export function treat(document: OpenedDocument, choice: Choice, mode: Mode): Treatment {
  const { languageId, path, isOwned } = document;
  const kind = kindOf(languageId, path);
  const recognition = recognizeAs(kind, document);
  const decided = (handling: Handling, chosen = false): Treatment => ({ handling, recognition, chosen, kind });
  const isOurLanguage = languageId === LANGUAGE_ID;
  const accept: Handling = kind && (isOwned || isOurLanguage) ? 'serve' : 'switch';

  if (kind === 'markdown' && !document.readsMarkdown) return decided('leave');
  if (choice === 'not-ours') return decided(isOurLanguage ? 'switch-away' : 'leave', true);
  if (choice === 'ours') return decided(accept, true);
  if (isOurLanguage) return decided('serve');
  if (recognition.verdict === 'no') return decided('leave');
  // Its own setting is on: that is an answer.
  if (kind === 'markdown') return decided('serve');
  if (mode === 'never') return decided('leave');
  // Of a YAML file only the block becomes ours, and whether there is one the server finds out: nothing to ask about.
  const asks = mode === 'ask' && recognition.verdict === 'content' && kind !== 'yaml';
  return decided(asks ? 'ask' : accept);
}

const NOT_TOML: Recognition = { verdict: 'no', reason: 'it is a template of something else' };

function recognizeAs(kind: DocumentKind | undefined, document: OpenedDocument): Recognition {
  if (kind !== 'yaml' && kind !== 'markdown') {
    return isTemplateOfOther(document.path, document.text) ? NOT_TOML : recognizeText(document);
  }
  const mayHold =
    kind === 'yaml'
      ? mayGetConfiguration(document.text)
      : document.readsMarkdown === true && document.text.includes('runners');
  return mayHold
    ? { verdict: 'content', reason: 'it can hold a runner configuration' }
    : { verdict: 'no', reason: 'it holds no runner configuration' };
}

/** A file that has our language because of what is in it says what that is: "its language is ours" tells the user nothing. */
function recognizeText(document: OpenedDocument): Recognition {
  const recognition = recognize(document);
  if (recognition.verdict !== 'chosen') return recognition;
  const withoutLanguage = recognize({ ...document, languageId: TOML_LANGUAGE });
  return withoutLanguage.verdict === 'no' ? recognition : { ...recognition, reason: withoutLanguage.reason };
}
