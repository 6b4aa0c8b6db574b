/** Apart from what does it: the server says this kind before it has loaded the rest. */
import { CodeActionKind } from '../kinds';

/** The kind of the action that applies all safe fixes of a file. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.gitlabRunnerConfig`;
