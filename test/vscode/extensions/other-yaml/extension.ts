/** Starts `yaml-language-server` for YAML, with a schema for values.yaml; explains the templates of Helm by itself. */
import { type ExtensionContext, Hover, languages, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** The project's folder, in whose node_modules the server is. */
declare const PROJECT: string;

const SCHEMA = {
  type: 'object',
  properties: {
    replicas: { type: 'integer', description: 'THEIRS: how many pods' },
    runners: {
      type: 'object',
      description: 'THEIRS: about the runners',
      properties: { config: { type: 'string', description: 'THEIRS: the configuration' } },
    },
  },
};

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    languages.registerHoverProvider('helm', {
      provideHover: (document, position) =>
        /kind/.test(document.lineAt(position).text) ? new Hover('THEIRS: what Helm makes of it') : undefined,
    }),
  );
  const module = `${PROJECT}/node_modules/yaml-language-server/out/server/src/server.js`;
  const client = new LanguageClient(
    'yaml',
    'Another YAML extension',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc },
    },
    { documentSelector: [{ language: 'yaml' }], synchronize: { configurationSection: 'yaml' } },
  );
  context.subscriptions.push(client);
  await client.start();
  const folder = workspace.workspaceFolders?.find(({ name }) => name === 'beside-yaml');
  await client.sendNotification('json/schemaAssociations', [
    { uri: `${folder?.uri}/schema.json`, fileMatch: ['values.yaml'], schema: SCHEMA },
  ]);
}
