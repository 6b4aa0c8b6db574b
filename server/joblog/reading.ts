/** All of the reading of logs that others use, in one: the build makes a bundle of it. */
export { blanksIn, editsIn } from './blanks';
export { commandsOf, curableOf, explainLog, explainText } from './explain';
export { textsOf } from './texts';
