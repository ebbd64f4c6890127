import type { Resource } from '../operation';
import { closeSolved } from './close-solved';
import { getDue } from './get-due';
import { recordSent } from './record-sent';
import { setTerms } from './set-terms';
import { getSilentSuppliers, recordEscalation } from './silence';
import { resume, stop } from './stop';

/** Keeping customers informed, and hearing from suppliers. */
export const statusUpdate: Resource = {
	value: 'statusUpdate',
	name: 'Status Update',
	operations: [getDue, closeSolved, getSilentSuppliers, recordEscalation, recordSent, resume, setTerms, stop],
};
