import { CodeActionKind } from '../kinds';

/** The kind of the action that applies all safe fixes of a file. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.gitlabRunnerConfig`;
