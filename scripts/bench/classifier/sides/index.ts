import type { Side } from '../side';
import { ownSide } from './own';
import { naturalSide, nlpJsSide } from './packages';
import { signalenSide } from './signalen';

/** Those that come with the project first, then those that are packages of others. */
export const ownSides: readonly Side[] = [ownSide, signalenSide];
export const sides: readonly Side[] = [...ownSides, naturalSide, nlpJsSide];
