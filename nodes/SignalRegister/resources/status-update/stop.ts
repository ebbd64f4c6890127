import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../../shared/n8n/read-parameter';
import type { StopScope } from '../../../shared/storage/updates/updates';
import { actorField, actorOf, REFERENCE, referenceOf } from '../fields';
import type { Operation } from '../operation';

const SCOPE: INodeProperties = {
	displayName: 'For',
	name: 'scope',
	type: 'options',
	options: [
		{ name: 'One Customer', value: 'customer', description: 'All his signals, also later ones' },
		{ name: 'One Signal', value: 'signal' },
	],
	default: 'signal',
};
const CUSTOMER: INodeProperties = {
	displayName: 'Customer',
	name: 'customer',
	type: 'string',
	default: '={{ $json.signal.customer.email }}',
	required: true,
	placeholder: 'name@email.com',
	description: 'The address of the customer',
	displayOptions: { show: { scope: ['customer'] } },
};
const SIGNAL: INodeProperties = { ...REFERENCE, displayOptions: { show: { scope: ['signal'] } } };
const ACTOR = actorField();

function scopeOf(read: ReadItemParameter): StopScope {
	if (read('scope') === 'signal') return { reference: referenceOf(read) };
	return { customer: z.email('Fill in the address of the customer').parse(String(read('customer')).trim()) };
}

const stopping =
	(stopped: boolean): Operation['run'] =>
	async ({ register, read }) => {
		const scope = scopeOf(read);
		await register.updates.stop(scope, stopped, actorOf(read));
		return { add: { updates: { ...scope, stopped } } };
	};

/** Gives `updates`: for whom they were stopped. */
export const stop: Operation = {
	value: 'stop',
	name: 'Stop',
	action: 'Stop status updates',
	description: 'Send no more updates to a customer, or about a signal',
	readOnly: false,
	fields: [SCOPE, CUSTOMER, SIGNAL, ACTOR],
	run: stopping(true),
};

/** Gives `updates`: for whom they go on. */
export const resume: Operation = {
	value: 'resume',
	name: 'Resume',
	action: 'Resume status updates',
	description: 'Send updates again to a customer, or about a signal',
	readOnly: false,
	fields: [SCOPE, CUSTOMER, SIGNAL, ACTOR],
	run: stopping(false),
};
