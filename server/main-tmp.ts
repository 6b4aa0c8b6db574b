/** The server as a process: `--stdio`, or the channel that VS Code's client opens. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { cancellation } from './cancellation';
import { start } from './start';
import { boundYoungGeneration } from './young-generation';


start(createConnection(ProposedFeatures.all, cancellation));
