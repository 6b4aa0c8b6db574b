import type { BaseLanguageClient, DocumentSelector } from 'vscode-languageclient';

/**
 * Registers formatting for some languages only; to be called before the client starts. With two formatters for YAML, VS
 * Code asks which one shall be the default, and until then formats no YAML file on save; our blocks are not worth that.
 */
export function limitFormatting(client: BaseLanguageClient, languages: DocumentSelector): void {
  const features = [
    client.getFeature('textDocument/formatting'),
    client.getFeature('textDocument/rangeFormatting'),
    client.getFeature('textDocument/onTypeFormatting'),
  ];
  for (const feature of features) {
    const initialize = feature.initialize.bind(feature);
    feature.initialize = (capabilities) => initialize(capabilities, languages);
  }
}
