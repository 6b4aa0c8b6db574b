import { commands, type Disposable, window } from 'vscode';
import { FIX_REPORT_COMMAND, type FixReport } from '../protocol/fix-report';
import { t } from './l10n';

/** So long the status bar says it; a message would be in the way of who fixes all at each save. */
const SHOWN = 8_000;

/** Says what "fix all" did: the server puts this command behind its edit. */
export function reportFixes(): Disposable {
  return commands.registerCommand(FIX_REPORT_COMMAND, ({ mended, left }: FixReport) => {
    window.setStatusBarMessage(t('GitLab Runner Config: {mended} mended, {left} left', { mended, left }), SHOWN);
  });
}
