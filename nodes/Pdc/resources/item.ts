import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { pdcItemSchema } from '../../shared/domain/pdc/item';
import { readJsonObject } from '../../shared/json-object';
import { completenessOf, describeGaps } from '../quality/completeness';
import { healthByOwner } from '../quality/owner-health';
import { describeStaleness, stalenessOf } from '../quality/staleness';
import { currentItems } from '../current-items';
import { CatalogueIndex } from '../search/catalogue-index';
import { todayOf } from '../today';
import { actorField, actorOf, codeField, codeOf, text } from './fields';
import type { Operation, Resource } from './operation';

const CODE = codeField();
const ACTOR = actorField();

const onlyIncomplete: INodeProperties = {
	displayName: 'Only Incomplete',
	name: 'onlyIncomplete',
	type: 'boolean',
	default: true,
	description: 'Whether to give only items that lack something',
};
const reviewEvery: INodeProperties = {
	displayName: 'Review Every (Days)',
	name: 'reviewEveryDays',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 365,
	description: 'An item that nobody looked at or changed for longer is stale',
};

/** Gives `item`, with `version`, `changedAt`, `changedBy`, `reason` and `notice`. */
const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an item',
	description: 'Get the newest version of an item',
	readOnly: true,
	fields: [CODE],
	async run({ register, read }) {
		const { content, ...version } = await register.pdc.items.get(codeOf(read));
		return { add: { item: content, version } };
	},
};

/** Gives the `item` and its `version`: a version more when something changed. */
const save: Operation = {
	value: 'save',
	name: 'Create or Update',
	action: 'Create or update an item',
	description:
		'Create an item, or make a new version of it, without a change notice. Fields that are left out stay as they are.',
	readOnly: false,
	fields: [
		CODE,
		{
			displayName: 'Item',
			name: 'itemFields',
			type: 'json',
			default: '={{ $json.item }}',
			required: true,
			description: 'Fields of the item as JSON, for example {"name": "Vergaderlunch", "supplier": "FMH"}',
		},
		{ displayName: 'Reason', name: 'reason', type: 'string', default: '', required: true },
		ACTOR,
	],
	async run({ register, read }) {
		const code = codeOf(read);
		const fields = readJsonObject(read('itemFields'), 'Item', '{"name": "Vergaderlunch", "supplier": "FMH"}');
		const known = await register.pdc.items.find(code);
		const item = pdcItemSchema.parse({ ...known?.content, ...fields, code });
		const made = { by: actorOf(read), reason: text.parse(read('reason')) };
		const { content, ...version } = await register.pdc.items.put(item, made);
		return { add: { item: content, version } };
	},
};

/** An item `{item, version}` for each item of the catalogue. */
const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many items',
	description: 'Get the newest version of all items',
	readOnly: true,
	once: true,
	fields: [
		{
			displayName: 'Only Current',
			name: 'onlyCurrent',
			type: 'boolean',
			default: true,
			description: 'Whether to leave out what customers cannot have today',
		},
	],
	async run({ register: { pdc }, read }) {
		const versions = read('onlyCurrent') ? await currentItems(pdc) : await pdc.items.list();
		return { items: versions.map(({ content, ...version }) => ({ item: content, version })) };
	},
};

/** An item `{item, version}` for each version, newest first. */
const getHistory: Operation = {
	value: 'getHistory',
	name: 'Get History',
	action: 'Get the history of an item',
	description: 'Get every version of an item, with who made it, when and why',
	readOnly: true,
	fields: [CODE],
	async run({ register, read }) {
		const versions = await register.pdc.items.history(codeOf(read));
		return { items: versions.map(({ content, ...version }) => ({ item: content, version })) };
	},
};

/** An item `{item, confidence}` for each that was found, best first. */
const search: Operation = {
	value: 'search',
	name: 'Search',
	action: 'Search items',
	description: 'Find current items by words, in Dutch',
	readOnly: true,
	fields: [
		{ displayName: 'Words', name: 'words', type: 'string', default: '', required: true },
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
		},
	],
	async run({ register: { pdc }, read }) {
		const index = new CatalogueIndex((await currentItems(pdc)).map(({ content }) => content));
		const found = index.find(text.parse(read('words')), z.number().int().min(1).parse(read('limit')));
		return { items: found.map(({ item, confidence }) => ({ item, confidence })) };
	},
};

/** An item `{completeness, text}` for each current item. */
const getCompleteness: Operation = {
	value: 'getCompleteness',
	name: 'Get Completeness',
	action: 'Get the completeness of items',
	description: 'Which of the five things that a customer must find are missing, or say nothing',
	readOnly: true,
	once: true,
	fields: [onlyIncomplete],
	async run({ register: { pdc }, read }) {
		const all = (await currentItems(pdc)).map(({ content }) => completenessOf(content));
		const wanted = read('onlyIncomplete')
			? all.filter(({ complete, withoutOwner }) => !complete || withoutOwner)
			: all;
		return { items: wanted.map((completeness) => ({ completeness, text: describeGaps(completeness) })) };
	},
};

/** An item `{staleness, text}` for each current item that must be looked at. */
const getStale: Operation = {
	value: 'getStale',
	name: 'Get Stale',
	action: 'Get items that must be reviewed',
	description: 'Items that nobody looked at for long, that changed at the supplier, or that end soon',
	readOnly: true,
	once: true,
	fields: [reviewEvery],
	async run({ register: { pdc }, read }) {
		const days = z.number().int().min(1).parse(read('reviewEveryDays'));
		const events = await pdc.events.last();
		const stale = (await currentItems(pdc))
			.map((version) => stalenessOf(version, events.get(version.code) ?? {}, pdc.now(), days))
			.filter((one) => one.stale);
		return { items: stale.map((staleness) => ({ staleness, text: describeStaleness(staleness, days) })) };
	},
};

/** An item `{health}` for each portfolio manager who has something to mend: `{owner, items, incomplete, stale, text}`. */
const getHealth: Operation = {
	value: 'getHealth',
	name: 'Get Health',
	action: 'Get the health of the catalogue',
	description: 'What each portfolio manager has to mend: what is incomplete, stale, or nobody answers for',
	readOnly: true,
	once: true,
	fields: [reviewEvery],
	async run({ register: { pdc }, read }) {
		const reviewEveryDays = z.number().int().min(1).parse(read('reviewEveryDays'));
		const settings = { now: pdc.now(), reviewEveryDays };
		const health = healthByOwner(await currentItems(pdc), await pdc.events.last(), settings);
		return { items: health.map((one) => ({ health: one })) };
	},
};

/** Gives `reviewed`: the day. */
const markReviewed: Operation = {
	value: 'markReviewed',
	name: 'Mark Reviewed',
	action: 'Mark an item as reviewed',
	description: 'Write down that somebody looked whether an item is still right',
	readOnly: false,
	fields: [CODE, ACTOR],
	async run({ register: { pdc }, read }) {
		const { code } = await pdc.items.get(codeOf(read));
		await pdc.events.add(code, 'beoordeeld', actorOf(read));
		return { add: { reviewed: todayOf(pdc.now()) } };
	},
};

export const item: Resource = {
	value: 'item',
	name: 'Item',
	operations: [getMany, get, save, getHistory, search, getCompleteness, getStale, getHealth, markReviewed],
};
