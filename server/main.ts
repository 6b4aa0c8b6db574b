/** The server as a process: `--stdio`, or the channel that VS Code's client opens. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { connectionOptions } from './lifecycle';
import { holdOptimizingCompilerBack } from './optimizing-compiler';
import { start } from './start';
import { boundYoungGeneration } from './young-generation';

boundYoungGeneration();
start(createConnection(ProposedFeatures.all, connectionOptions()), holdOptimizingCompilerBack());
