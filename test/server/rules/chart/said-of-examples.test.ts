import { saidOfExamples } from '../said-of-examples';

saidOfExamples('chart');
