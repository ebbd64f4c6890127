import { createRecord } from '../record/create-record';
import { filterOf, valuesOf } from './inputs';
import { readRecords } from './read-records';
import { changed, recordJson, text, type Operation } from './operation';

/** What can be done with business objects of any definition. Batch runs over all items: see `run-batch`. */
export const RECORD_OPERATIONS: Record<string, Operation> = {
	async create(context) {
		const { record, answeredWarnings, ...created } = await createRecord(context.client, {
			definition: text(context, 'definition'),
			method: text(context, 'method'),
			values: valuesOf(context),
			referenceField: text(context, 'referenceField') || null,
			reference: text(context, 'reference'),
			numberField: text(context, 'numberField'),
			timeZone: context.settings.timeZone,
		});
		const answered = answeredWarnings.length > 0 ? { answeredWarnings } : {};
		return [{ json: { ...created, record: recordJson(context, record), ...answered } }];
	},

	read: readRecords,

	async lookUp(context) {
		const found = await context.client.lookUp(text(context, 'definition'), text(context, 'lookUpValue'));
		return found.map((record) => ({ json: recordJson(context, record) }));
	},

	async execute(context) {
		const filter = filterOf(context);
		const outcome = await context.client.execute(text(context, 'definition'), text(context, 'method'), {
			...(filter.length > 0 && { filter }),
			values: valuesOf(context),
		});
		return changed(context, outcome);
	},

	async update(context) {
		const { client } = context;
		const outcome = await client.update(text(context, 'definition'), filterOf(context), valuesOf(context));
		return changed(context, outcome);
	},

	async delete(context) {
		return changed(context, await context.client.delete(text(context, 'definition'), filterOf(context)));
	},

	async changeState(context) {
		const { client } = context;
		const [definition, state] = [text(context, 'definition'), text(context, 'state')];
		return changed(context, await client.changeState(definition, state, filterOf(context)));
	},
};
