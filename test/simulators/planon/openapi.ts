import type { Definition } from './definitions';
import { SYSTEM_FIELDS } from './definitions';

const METHODS = ['BomAdd', 'BomArchive', 'BomDeArchive', 'BomDelete', 'BomSave'];

/** The OpenAPI document of a definition, in the shape that generators of such documents give. */
export function openApiDocument(name: string, { fields, states }: Definition, basePath: string): object {
	const operation = (schema: string) => ({
		post: {
			requestBody: {
				content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
			},
			responses: {
				200: {
					description: 'OK',
					content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}Records` } } },
				},
			},
		},
	});
	const typed = (names: string[]) =>
		Object.fromEntries(
			names.map((field) => [field, { type: /Ref$|^Syscode$/.test(field) ? 'integer' : 'string' }]),
		);
	return {
		openapi: '3.0.1',
		info: { title: name, version: '2' },
		servers: [{ url: basePath }],
		paths: {
			[`/read/${name}`]: operation(`${name}Filter`),
			[`/update/${name}`]: operation(`${name}Change`),
			...Object.fromEntries(
				METHODS.map((method) => [`/execute/${name}/${method}`, operation(`${name}Change`)]),
			),
			...Object.fromEntries(
				states.map((state) => [`/changeState/${name}/${state}`, operation(`${name}Filter`)]),
			),
		},
		components: {
			schemas: {
				[name]: { type: 'object', properties: typed([...SYSTEM_FIELDS, ...fields]) },
				[`${name}Values`]: { type: 'object', properties: typed(fields) },
				[`${name}Filter`]: { type: 'object', properties: { filter: { type: 'object' } } },
				[`${name}Change`]: {
					type: 'object',
					properties: { filter: { type: 'object' }, values: { $ref: `#/components/schemas/${name}Values` } },
				},
				[`${name}Records`]: {
					type: 'object',
					properties: { records: { type: 'array', items: { $ref: `#/components/schemas/${name}` } } },
				},
			},
		},
	};
}
