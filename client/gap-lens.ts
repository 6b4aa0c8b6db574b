/** On a configuration a lens where the gap is that a job log complained of: it makes the change, or shows it first. */
import {
  CodeLens,
  type CodeLensProvider,
  Disposable,
  type EventEmitter,
  languages,
  Range,
  type TextDocument,
} from 'vscode';
import type { ExplainedCure } from '../protocol/explanation';
import { CONFIGURATIONS, codeLensesWanted } from './code-lenses';
import { type Complaints, type Heard, sameCure } from './complaints';
import { applyCure, previewCure } from './cure';
import { requestCures } from './cures-now';
import { firstSentence } from './first-sentence';
import { t } from './l10n';
import { JOB_LOG_ACT } from './names';
import type { RecognisedDocuments } from './recognised-documents';
import type { ServerSession } from './server-session';

/** A lens is one line, beside others. */
const LONGEST = 100;

/** Lenses of what was complained of. `changed`: something was. */
export function showGapLenses(
  session: ServerSession,
  documents: RecognisedDocuments,
  complaints: Complaints,
  changed: EventEmitter<void>,
): Disposable {
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      const file = document.uri.toString();
      const heard = documents.isServed(file) && codeLensesWanted(document) ? complaints.about(file) : [];
      if (heard.length === 0) return [];
      const asked = heard.map(({ complaint }) => complaint);
      const found = await requestCures(session, document, asked);
      return heard.flatMap((each, index) =>
        complaints.gapsIn(each, file, found[index] ?? []).flatMap((cure) => lensesOf(each, cure, document, session)),
      );
    },
  };
  return Disposable.from(changed, languages.registerCodeLensProvider(CONFIGURATIONS, provider));
}

function lensesOf(
  { complaint, message }: Heard,
  cure: ExplainedCure,
  document: TextDocument,
  session: ServerSession,
): CodeLens[] {
  const { start, end } = cure.place;
  const range = new Range(start.line, start.character, end.line, end.character);
  const current = async () => {
    const [cures = []] = await requestCures(session, document, [complaint]);
    return sameCure(cures, cure);
  };
  const lens = (title: string, tooltip: string, act: () => unknown) =>
    new CodeLens(range, { title, tooltip, command: JOB_LOG_ACT, arguments: [{ act }] });
  const what = inShort(message);
  return [
    lens(t('The job log complained: {what} — apply', { what }), `${message}\n\n${cure.lines.join('\n')}`, () =>
      applyCure(document, current),
    ),
    lens(t('Preview the change'), cure.lines.join('\n'), () => previewCure(document, current)),
  ];
}

function inShort(message: string): string {
  const [first] = firstSentence(message);
  const sentence = first.replace(/[.。]$/, '');
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence;
}
