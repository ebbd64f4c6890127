import { operationOf, RESOURCES } from '../../../nodes/SignalRegister/resources';
import { outputsExpression, propertiesOf } from '../../../nodes/shared/n8n/resources';

it('shows every resource and operation once, in alphabetical order', () => {
	for (const { name, options } of propertiesOf(RESOURCES, 'signal')) {
		if (name !== 'resource' && name !== 'operation') continue;
		const names = options!.map((option) => option.name);
		expect(names).toEqual([...new Set(names)].sort((one, other) => one.localeCompare(other, 'en')));
	}
});

it('has each field of an operation once, and each operation under one name', () => {
	for (const { value: resource, operations } of RESOURCES) {
		const values = operations.map(({ value }) => value);
		expect({ resource, values }).toEqual({ resource, values: [...new Set(values)] });
		for (const { value, fields } of operations) {
			const names = fields.map(({ name }) => name);
			expect({ resource, value, names }).toEqual({ resource, value, names: [...new Set(names)] });
		}
	}
});

it('has one output, but for the operation that names more', () => {
	const outputsFor = (parameters: object) =>
		// As n8n reads it: what stands between the braces, with the parameters of the node.

		new Function('$parameter', `return ${outputsExpression(RESOURCES).slice(3, -2)}`)(parameters) as object[];
	expect(outputsFor({ resource: 'signal', operation: 'get' })).toEqual([{ type: 'main' }]);
	expect(outputsFor({ resource: 'signal', operation: 'register' })).toEqual(
		operationOf('signal', 'register').outputs!.map((displayName) => ({ type: 'main', displayName })),
	);
});

it('says which operation it does not have', () => {
	expect(() => operationOf('signal', 'explode')).toThrow("no operation 'explode' for 'signal'");
});
