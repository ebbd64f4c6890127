import { keyFrom } from '../../api/incident-key';
import { locator } from '../fields';
import type { OperationContext } from '../operation';
import { required } from '../required';

export const INCIDENT = locator({
	displayName: 'Incident',
	name: 'incident',
	search: 'searchIncidents',
	required: true,
	number: 'I 2611 004',
});

/** The number or the ID of the incident that the item is about. */
export const incidentKey = (read: OperationContext['read']): string =>
	keyFrom(required('Fill in the number or the ID of the incident').parse(read('incident')));
