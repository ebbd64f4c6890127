import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESOURCES } from '../../../nodes/Topdesk/resources';

const PAGE = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'nodes', 'topdesk.md'), 'utf8');
const EXAMPLES = [...PAGE.matchAll(/^### (.+)\n[^]*?```json\n([^]*?)```/gm)].map(([, title, json]) => ({
	title,
	example: JSON.parse(json!) as Record<string, unknown> & { resource: string; operation: string },
}));

describe('the page about the node', () => {
	it('has an example of each operation, in the order of the node', () => {
		expect(EXAMPLES.map(({ title }) => title)).toEqual(
			RESOURCES.flatMap(({ name, operations }) => operations.map((one) => `${name}: ${one.name}`)),
		);
	});

	it('uses fields that the operation has', () => {
		const all = new Map(
			RESOURCES.flatMap(({ value, operations }) =>
				operations.map((one) => [`${value} ${one.value}`, one.fields] as const),
			),
		);
		for (const { title, example } of EXAMPLES) {
			const { resource, operation, ...parameters } = example;
			const fields = all.get(`${resource} ${operation}`) ?? [];
			const unknown = Object.entries(parameters).flatMap(([name, value]) => {
				const field = fields.find((one) => one.name === name);
				if (!field) return [name];
				if (field.type !== 'collection') return [];
				const inside = (field.options ?? []).map((option) => option.name);
				return Object.keys(value as object).filter((one) => !inside.includes(one));
			});
			expect({ title, unknown }).toEqual({ title, unknown: [] });
		}
	});
});
