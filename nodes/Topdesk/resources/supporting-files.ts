import { API } from '../api/api';
import { PAGING } from '../api/paging';
import { getManyOperation, getOperation, type Kind } from './kind';
import type { Resource } from './operation';

const PERSON_V2 = 'application/x.topdesk-person-v2+json';
const PERSONS_V2 = 'application/x.topdesk-collection-person-v2+json';
const name = { name: { label: 'Name', type: 'text' } } as const;

export const PERSON: Kind = {
	...{ value: 'person', name: 'Person', one: 'a person', many: 'persons' },
	path: `${API}/persons`,
	paging: PAGING.persons,
	accept: { list: PERSONS_V2, one: PERSON_V2 },
	search: 'searchPersons',
	fiql: {
		dynamicName: { label: 'Name', type: 'text' },
		'branch.name': { label: 'Branch', type: 'text' },
		email: { label: 'Email', type: 'text' },
		employeeNumber: { label: 'Employee Number', type: 'text' },
		firstName: { label: 'First Name', type: 'text' },
		surName: { label: 'Surname', type: 'text' },
	},
	fields: 'fields',
	sort: true,
	archivedInSearch: true,
};

const OPERATOR: Kind = {
	...{ value: 'operator', name: 'Operator', one: 'an operator', many: 'operators' },
	path: `${API}/operators`,
	byId: '/id',
	paging: PAGING.supportingFiles,
	search: 'searchOperators',
	fiql: {
		dynamicName: { label: 'Name', type: 'text' },
		email: { label: 'Email', type: 'text' },
		surName: { label: 'Surname', type: 'text' },
		tasLoginName: { label: 'Login Name', type: 'text' },
	},
	fields: 'fields',
	archivedInSearch: true,
};

const OPERATOR_GROUP: Kind = {
	...{ value: 'operatorGroup', name: 'Operator Group', one: 'an operator group', many: 'operator groups' },
	path: `${API}/operatorgroups`,
	byId: '/id',
	paging: PAGING.supportingFiles,
	search: 'searchOperatorGroups',
	fiql: { groupName: { label: 'Name', type: 'text' } },
	fields: 'fields',
	archivedInSearch: true,
};

const SUPPLIER: Kind = {
	...{ value: 'supplier', name: 'Supplier', one: 'a supplier', many: 'suppliers' },
	path: `${API}/suppliers`,
	paging: PAGING.supportingFiles,
	search: 'searchSuppliers',
	fiql: name,
	archivedInSearch: true,
};

const BRANCH: Kind = {
	...{ value: 'branch', name: 'Branch', one: 'a branch', many: 'branches' },
	path: `${API}/branches`,
	byId: '/id',
	paging: PAGING.none,
	search: 'searchBranches',
	fiql: { ...name, clientReferenceNumber: { label: 'Client Reference Number', type: 'text' } },
	fields: '$fields',
	archivedInSearch: true,
};

const LOCATION: Kind = {
	...{ value: 'location', name: 'Location', one: 'a location', many: 'locations' },
	path: `${API}/locations`,
	byId: '/id',
	paging: PAGING.locations,
	search: 'searchLocations',
	fiql: {
		...name,
		'branch.name': { label: 'Branch', type: 'text' },
		roomNumber: { label: 'Room Number', type: 'text' },
	},
	fields: '$fields',
	archivedInSearch: true,
};

/** What can only be read: get one, get many. */
export const readOnlyFiles: Resource[] = [OPERATOR, OPERATOR_GROUP, SUPPLIER, BRANCH, LOCATION].map(
	(kind) => ({
		value: kind.value,
		name: kind.name,
		operations: [getOperation(kind), getManyOperation(kind)],
	}),
);
