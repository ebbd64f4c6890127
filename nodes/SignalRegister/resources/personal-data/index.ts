import type { Resource } from '../operation';
import { applyRetention, getAccessLog, maskWhole } from './keeping';
import { maskText, unmaskText } from './masking';
import { erase, exportData } from './requests';

/** How long personal data is kept, and the rights of the people it is about. */
export const personalData: Resource = {
	value: 'personalData',
	name: 'Personal Data',
	operations: [exportData, applyRetention, erase, getAccessLog, maskWhole, maskText, unmaskText],
};
