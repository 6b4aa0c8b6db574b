import { saidOfExamples } from '../said-of-examples';

saidOfExamples('network');
