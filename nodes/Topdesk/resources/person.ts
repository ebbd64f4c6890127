import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { rowSchema } from '../api/api';
import { createOperation } from './create-operation';
import { choice, collection, flag, locator, OTHER_FIELDS, optionalFields, text } from './fields';
import { getManyOperation, getOperation, keyField, keyOf, pathOf } from './kind';
import type { Operation, Resource } from './operation';
import { PERSON } from './supporting-files';
import { writeBody, type FieldShapes } from './write-body';

const SHAPES: FieldShapes = {
	...{ branch: 'id', location: 'id', department: 'id', budgetHolder: 'id', manager: 'id' },
	...{ optionalFields1: 'optionalFields', optionalFields2: 'optionalFields' },
};

const DETAILS: INodeProperties[] = [
	choice('Budget Holder', 'budgetHolder', 'getBudgetHolders'),
	choice('Department', 'department', 'getDepartments'),
	text('Email', 'email', { placeholder: 'name@email.com' }),
	text('Employee Number', 'employeeNumber'),
	text('First Name', 'firstName'),
	flag('Is Manager', 'isManager', 'Whether the person is a manager'),
	text('Job Title', 'jobTitle'),
	locator({ displayName: 'Location', name: 'location', search: 'searchLocations' }),
	text('Mobile Number', 'mobileNumber'),
	text('Network Login Name', 'networkLoginName'),
	optionalFields(1),
	optionalFields(2),
	OTHER_FIELDS,
	text('Phone Number', 'phoneNumber'),
	text('Prefixes', 'prefixes', { placeholder: 'van der' }),
];
const BRANCH = locator({ displayName: 'Branch', name: 'branch', search: 'searchBranches', required: true });
const headers = { accept: PERSON.accept!.one };

const create = createOperation(PERSON, {
	description: 'Write down a person who can report incidents',
	fields: [text('Surname', 'surName', { required: true }), BRANCH],
	details: DETAILS,
	shapes: SHAPES,
	schema: z.looseObject({
		surName: z.string('Fill in a surname'),
		branch: z.object({ id: z.string() }, 'Choose the branch of the person'),
	}),
});

const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a person',
	description: 'Change what is written down about a person',
	fields: [
		keyField(PERSON),
		collection('Update Fields', 'updateFields', 'Add Field', [
			...DETAILS,
			{ ...BRANCH, required: false },
			text('Surname', 'surName'),
		]),
	],
	async run({ client, read, timezone }) {
		const body = writeBody(read('updateFields', {}) as object, SHAPES, { timezone });
		if (Object.keys(body).length === 0) throw new Error('Give at least one field to change');
		const path = pathOf(PERSON, keyOf(PERSON, read));
		return [await client.api.read('PATCH', rowSchema, { what: 'update the person', path, headers, body })];
	},
};

export const person: Resource = {
	value: PERSON.value,
	name: PERSON.name,
	operations: [create, getOperation(PERSON), getManyOperation(PERSON), update],
};
