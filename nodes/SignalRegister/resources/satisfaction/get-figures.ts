import type { Operation } from '../operation';
import { PERIOD_FIELDS, periodOf } from '../period-fields';

/** Gives `satisfaction`, see `SatisfactionFigures`. */
export const getFigures: Operation = {
	value: 'getFigures',
	name: 'Get Figures',
	action: 'Get figures of satisfaction',
	description: 'Count how many customers were asked, how many answered, and how many are satisfied',
	readOnly: true,
	fields: PERIOD_FIELDS,
	async run({ register, read }) {
		const { from, until } = periodOf(read);
		return { add: { satisfaction: await register.satisfaction.figures(from, until) } };
	},
};
