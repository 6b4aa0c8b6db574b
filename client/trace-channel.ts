import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from 'vscode';
import { SECTION, SETTINGS } from '../protocol/settings';

/**
 * The channel that the language client traces into. Since version 11 the client traces only when the channel's log level
 * is Trace, which a user sets elsewhere than all our settings; here `gitlabRunnerConfig.trace.server` alone decides, and
 * what is traced is written whatever the level of the output channel.
 */
export function createTraceChannel(output: LogOutputChannel): LogOutputChannel {
  const levelChanged = new EventEmitter<LogLevel>();
  const level = () => {
    const trace = workspace.getConfiguration(SECTION).get<string>(SETTINGS.traceServer, 'off');
    return trace === 'off' ? LogLevel.Info : LogLevel.Trace;
  };
  const listener = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${SECTION}.${SETTINGS.traceServer}`)) levelChanged.fire(level());
  });

  return {
    name: output.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: levelChanged.event,
    trace: (message, ...rest) => output.info(message, ...rest),
    debug: (message, ...rest) => output.debug(message, ...rest),
    info: (message, ...rest) => output.info(message, ...rest),
    warn: (message, ...rest) => output.warn(message, ...rest),
    error: (message, ...rest) => output.error(message, ...rest),
    append: (value) => output.append(value),
    appendLine: (value) => output.appendLine(value),
    replace: (value) => output.replace(value),
    clear: () => output.clear(),
    show: () => output.show(true),
    hide: () => output.hide(),
    dispose() {
      listener.dispose();
      levelChanged.dispose();
    },
  };
}
