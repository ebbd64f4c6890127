import fc from 'fast-check';
import { seedOfThisRun } from './dice';

// Property tests take the same examples every time; REGIE_SEED=<number> tries others.
fc.configureGlobal({ seed: seedOfThisRun(2015) });
