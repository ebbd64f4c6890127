import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { withoutLocators } from './read-parameter';

/** What is chosen now in the first of these fields that has something; expressions are not known while editing. */
export function chosen(context: ILoadOptionsFunctions, ...fields: string[]): string | undefined {
	for (const field of fields) {
		const value = withoutLocators(context.getCurrentNodeParameter(field));
		if (typeof value === 'string' && value && !value.startsWith('=')) return value;
	}
	return undefined;
}
