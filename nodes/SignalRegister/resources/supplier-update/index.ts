import type { Resource } from '../operation';
import { getToAsk, recordAsked } from './asking';
import { recordChange } from './record-change';
import { recordReport, showPage } from './reporting';

/** What suppliers report about signals: from their own systems, or on a page of ours. */
export const supplierUpdate: Resource = {
	value: 'supplierUpdate',
	name: 'Supplier Update',
	operations: [recordChange, getToAsk, recordAsked, recordReport, showPage],
};
