import type { Resource } from '../operation';
import { applyRetention, getAccessLog, mask } from './keeping';
import { erase, exportData } from './requests';

/** How long personal data is kept, and the rights of the people it is about. */
export const personalData: Resource = {
	value: 'personalData',
	name: 'Personal Data',
	operations: [exportData, applyRetention, erase, getAccessLog, mask],
};
