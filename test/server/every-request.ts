/** Everything that an editor can ask of an open text, asked at some places of it. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Service } from '../../server/service';

/** A schedule is told from this moment on. */
const MOMENT = Date.UTC(2026, 0, 5, 12);

const options = { tabSize: 2, insertSpaces: true };

/** A request by its name, and its answer at an offset; those about the whole text take no notice of the offset. */
export const requests: Readonly<Record<string, (service: Service, text: TextDocument, offset: number) => unknown>> = {
  diagnostics: (service, text) => service.diagnostics(text),
  problems: (service, text) => service.problems(text),
  symbols: (service, text) => service.symbols(text),
  folds: (service, text) => service.folds(text),
  links: (service, text) => service.links(text),
  regions: (service, text) => service.regions(text),
  targets: (service, text) => service.targets(text),
  runners: (service, text) => service.runners(text),
  schedule: (service, text) => service.previews.schedule(text, undefined, MOMENT),
  isLong: (service, text) => service.isLong(text),
  holdsConfiguration: (service, text) => service.holdsConfiguration(text),
  format: (service, text) => service.format(text, options),
  fixAll: (service, text, offset) => service.codeActions(text, rangeFrom(text, offset, 0), ['source.fixAll']),
  fixesHere: (service, text, offset) => service.codeActions(text, rangeFrom(text, offset, 0), undefined),
  fixes: (service, text, offset) => service.codeActions(text, rangeFrom(text, offset, 80), undefined),
  formatRange: (service, text, offset) => service.formatRange(text, rangeFrom(text, offset, 80), options),
  formatOnType: (service, text, offset) => service.formatOnType(text, text.positionAt(offset), '\n', options),
  inlayHints: (service, text, offset) => service.inlayHints(text, rangeFrom(text, offset, 400)),
  completion: (service, text, offset) => service.completion(text, text.positionAt(offset)),
  resolveCompletion: (service, text, offset) =>
    service
      .completion(text, text.positionAt(offset))
      .slice(0, 3)
      .map((item) => service.resolveCompletion(item)),
  hover: (service, text, offset) => service.hover(text, text.positionAt(offset)),
  documentation: (service, text, offset) => service.documentation(text, text.positionAt(offset)),
  highlights: (service, text, offset) => service.highlights(text, text.positionAt(offset)),
  selectionRange: (service, text, offset) => service.selectionRange(text, text.positionAt(offset)),
};

function rangeFrom(text: TextDocument, offset: number, length: number) {
  return { start: text.positionAt(offset), end: text.positionAt(offset + length) };
}
