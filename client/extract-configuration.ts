import { type TextEditor, window, workspace } from 'vscode';
import type { FoundRegion } from '../protocol/regions';
import { t } from './l10n';
import { LANGUAGE_ID } from './names';
import { regionAt, regionLabel, requestRegions } from './regions';
import type { ServerSession } from './server-session';

/** Opens a configuration of the active editor's file as a document of its own. */
export async function extractConfiguration(session: ServerSession): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const regions = await requestRegions(session, editor.document.uri.toString());
  if (regions.length === 0) {
    void window.showInformationMessage(t('No GitLab Runner configuration was found in this file.'));
    return;
  }
  const region = await choose(editor, regions);
  if (!region) return;
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE_ID, content: region.text }));
}

async function choose(editor: TextEditor, regions: readonly FoundRegion[]): Promise<FoundRegion | undefined> {
  const [first, ...others] = regions;
  const wanted = regionAt(regions, editor.selection.active) ?? (others.length === 0 ? first : undefined);
  if (wanted) return wanted;
  const items = regions.map((region) => ({ region, ...regionLabel(t, region) }));
  const picked = await window.showQuickPick(items, {
    title: t('Extract Configuration to config.toml'),
    placeHolder: t('Which configuration?'),
    matchOnDescription: true,
  });
  return picked?.region;
}
