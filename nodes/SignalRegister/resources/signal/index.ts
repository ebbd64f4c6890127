import type { Resource } from '../operation';
import { addAction, addTicket, setStatus } from './changes';
import { get, getFollowUps, getMany } from './get';
import { assign, changeClassification, getHistory, mergeDuplicate, reopen } from './handling';
import { completeFollowUp, completeIntake, recordFailure } from './intake';
import { readForm } from './read-form';
import { register } from './register';

export const signal: Resource = {
	value: 'signal',
	name: 'Signal',
	operations: [
		register,
		get,
		getMany,
		getFollowUps,
		getHistory,
		addAction,
		addTicket,
		setStatus,
		changeClassification,
		assign,
		reopen,
		mergeDuplicate,
		completeIntake,
		completeFollowUp,
		recordFailure,
		readForm,
	],
};
