import { markup, type Markup } from './markup';

interface Named {
	/** Of the value in what is posted. */
	name: string;
	/** The question. */
	label: string;
	/** Below the question, for who needs more to answer it. */
	hint?: string;
}

/** One of a few answers. */
export interface Choice extends Named {
	kind: 'choice';
	options: ReadonlyArray<{ value: string; label: string }>;
}

/** An answer in words: `text` on several lines, `line` on one. */
export interface Words extends Named {
	kind: 'text' | 'line';
	maxCharacters: number;
}

export type Field = Choice | Words;

/** What is wrong with the answer to one field, in words for the person who fills it in. */
export interface FieldError {
	field: string;
	message: string;
}

const idOf = ({ name }: Field): string => `veld-${name}`;

/** Where a link to a field goes: the field itself, or the first of its options. */
export const targetOf = (field: Field): string => idOf(field) + (field.kind === 'choice' ? '-0' : '');

/** A field with its question, the answer that was given before, and what is wrong with that. */
export function fieldMarkup(field: Field, value: string, error: string | undefined): Markup {
	const id = idOf(field);
	const notes = [field.hint && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(' ');
	const described = notes && markup` aria-describedby="${notes}"`;
	const below = [
		field.hint && markup`<p class="hint" id="${id}-uitleg">${field.hint}</p>\n`,
		error && markup`<p class="error" id="${id}-fout">Fout: ${error}</p>\n`,
	];
	if (field.kind === 'choice') {
		return markup`<fieldset${error && markup` class="wrong"`}${described}>
<legend>${field.label}</legend>
${below}${optionsMarkup(field, value)}</fieldset>`;
	}
	const attributes = markup`id="${id}" name="${field.name}" maxlength="${field.maxCharacters}"${described}${error && markup` aria-invalid="true"`}`;
	return markup`<div class="field${error && ' wrong'}">
<label class="label" for="${id}">${field.label}</label>
${below}${inputMarkup(field, attributes, value)}
</div>`;
}

const optionsMarkup = (field: Choice, value: string): Markup[] =>
	field.options.map((option, index) => {
		const id = `${idOf(field)}-${index}`;
		const checked = option.value === value && markup` checked`;
		return markup`<div class="option">
<input type="radio" id="${id}" name="${field.name}" value="${option.value}"${checked}>
<label for="${id}">${option.label}</label>
</div>
`;
	});

/** A line end right after the tag of a text area is no part of its text. */
const inputMarkup = ({ kind }: Words, attributes: Markup, value: string): Markup =>
	kind === 'text'
		? markup`<textarea ${attributes} rows="5">\n${value}</textarea>`
		: markup`<input type="text" ${attributes} value="${value}">`;
