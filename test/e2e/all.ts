/** All end-to-end tests, in one process because they share one VS Code. `run.mjs` runs them. */
import './completion';
import './hover';
import './quick-fix';
import './problems';
import './outline';
import './status';
import './typing';
import './from-nothing';
import './keyboard';
import './walkthrough';
import './chinese';
import './job-log';
import './job-log-keyboard';
import './job-log-spoken';
import './preview';
import './cost';
