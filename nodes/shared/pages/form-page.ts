import type { ZodError } from 'zod/v4';
import type { HouseStyle } from '../style/house-style';
import { fieldMarkup, targetOf, type Field, type FieldError } from './fields';
import { markup, type Markup } from './markup';
import { page, type Page } from './page';

export interface FormContent {
	title: string;
	/** What it is about, before the questions. */
	paragraphs: readonly string[];
	fields: readonly Field[];
	/** On the button. */
	submit: string;
	/** What was filled in before, by the name of the field. */
	values?: Readonly<Record<string, string>>;
	/** What is wrong with that; the page then starts with it. */
	errors?: readonly FieldError[];
}

/**
 * A page with one form, that works without script: it is posted to its own address, so that the secret in that
 * address goes along. The browser does not check it, so that people read our words and not those of their browser.
 */
export function formPage(content: FormContent, style: HouseStyle): Page {
	const { title, paragraphs, fields, submit, values = {}, errors = [] } = content;
	const messageOf = (name: string) => errors.find(({ field }) => field === name)?.message;
	const body = markup`${errors.length > 0 && errorSummary(fields, errors)}${paragraphs.map((text) => markup`<p>${text}</p>\n`)}<form method="post" novalidate>
${fields.map((field) => markup`${fieldMarkup(field, values[field.name] ?? '', messageOf(field.name))}\n`)}<button type="submit">${submit}</button>
</form>`;
	const failed = errors.length > 0;
	return page({ status: failed ? 422 : 200, title, titlePrefix: failed ? 'Fout: ' : '', body }, style);
}

function errorSummary(fields: readonly Field[], errors: readonly FieldError[]): Markup {
	const lines = errors.map(({ field: name, message }) => {
		const field = fields.find((one) => one.name === name);
		return markup`<li>${field ? markup`<a href="#${targetOf(field)}">${message}</a>` : message}</li>\n`;
	});
	return markup`<div class="summary" role="alert" aria-labelledby="fouten">
<h2 id="fouten">Controleer uw antwoord</h2>
<ul>
${lines}</ul>
</div>
`;
}

/** The errors of a form from those of its schema: one per field, in the words of the schema. */
export function formErrors({ issues }: ZodError): FieldError[] {
	const all = issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message }));
	return all.filter(({ field }, index) => all.findIndex((one) => one.field === field) === index);
}
