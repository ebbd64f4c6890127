import type { Resource } from '../operation';
import { recordAnswer, showPage } from './answering';
import { ask, findSignals, readForm } from './asking';
import { getDue, recordSent } from './due';

/** Questions to customers. An answer by mail lands on the signal by itself: it is a follow-up. */
export const question: Resource = {
	value: 'question',
	name: 'Question',
	operations: [ask, findSignals, getDue, readForm, recordAnswer, recordSent, showPage],
};
