import { z } from 'zod/v4';

const jsonObject = z.record(z.string(), z.unknown());
type JsonObject = z.infer<typeof jsonObject>;

/** As little of OpenAPI 3 as is needed. */
export const documentSchema = z.looseObject({ paths: z.record(z.string(), z.unknown()) });
export type OpenApiDocument = z.infer<typeof documentSchema>;

/** What a definition has, in alphabetical order. */
export interface DefinitionNames {
	fields: string[];
	methods: string[];
	states: string[];
}

/**
 * The names in a document. Methods and states are in its paths (`/execute/{def}/{method}`,
 * `/changeState/{def}/{state}`); fields are in the schemas of `values` that go out and `records` that come back.
 */
export function namesIn(document: OpenApiDocument, definition: string): DefinitionNames {
	const paths = Object.keys(document.paths);
	const after = (verb: string) =>
		paths.flatMap((path) => {
			const parts = path.split('/');
			const at = parts.findIndex((part, index) => part === verb && parts[index + 1] === definition);
			return at >= 0 ? (parts[at + 2] ?? []) : [];
		});
	return {
		fields: sorted(fieldsIn(document, definition)),
		methods: sorted(after('execute')),
		states: sorted(after('changeState')),
	};
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort((a, b) => a.localeCompare(b));

/** Walks the paths of the definition and follows references; a schema that holds itself is met once. */
function fieldsIn(document: OpenApiDocument, definition: string): Set<string> {
	const fields = new Set<string>();
	const met = new Set<unknown>();
	const resolve = (value: unknown): JsonObject | undefined => {
		const node = jsonObject.safeParse(value);
		if (!node.success) return undefined;
		const { $ref } = node.data;
		return typeof $ref === 'string' ? resolve(pointedAt(document, $ref)) : node.data;
	};
	const propertiesOf = (schema: JsonObject | undefined) =>
		jsonObject.safeParse(schema?.properties).data ?? {};
	const visit = (value: unknown): void => {
		if (Array.isArray(value)) return value.forEach(visit);
		// By what was written, since a checked copy is another object each time.
		if (typeof value !== 'object' || value === null || met.has(value)) return;
		met.add(value);
		const { $ref } = value as { $ref?: unknown };
		if (typeof $ref === 'string') return visit(pointedAt(document, $ref));
		const { values, records } = propertiesOf(value as JsonObject);
		for (const schema of [resolve(values), resolve(resolve(records)?.items)]) {
			for (const field of Object.keys(propertiesOf(schema))) fields.add(field);
		}
		Object.values(value).forEach(visit);
	};
	for (const [path, operations] of Object.entries(document.paths)) {
		if (path.split('/').includes(definition)) visit(operations);
	}
	return fields;
}

/** What `#/components/schemas/X` points at. */
function pointedAt(document: OpenApiDocument, reference: string): unknown {
	if (!reference.startsWith('#/')) return undefined;
	return reference
		.slice(2)
		.split('/')
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
		.reduce<unknown>((at, part) => jsonObject.safeParse(at).data?.[part], document);
}
