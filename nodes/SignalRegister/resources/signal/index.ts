import type { Resource } from '../operation';
import { addAction, addTicket, setStatus } from './changes';
import { get, getFollowUps, getMany } from './get';
import { completeFollowUp, completeIntake, recordFailure } from './intake';
import { register } from './register';

export const signal: Resource = {
	value: 'signal',
	name: 'Signal',
	operations: [
		register,
		get,
		getMany,
		getFollowUps,
		addAction,
		addTicket,
		setStatus,
		completeIntake,
		completeFollowUp,
		recordFailure,
	],
};
