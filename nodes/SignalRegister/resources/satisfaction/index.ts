import type { Resource } from '../operation';
import { recordAnswer, showPage } from './answering';
import { getCandidates, getUnannounced, invite } from './asking';
import { getFigures } from './get-figures';

/** Asking customers whether they are satisfied, after their signal was closed. */
export const satisfaction: Resource = {
	value: 'satisfaction',
	name: 'Satisfaction',
	operations: [getCandidates, getFigures, getUnannounced, invite, recordAnswer, showPage],
};
