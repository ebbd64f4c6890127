import { z } from 'zod/v4';
import { recordReport as takeReport, showReportPage } from '../../supplier-report/report';
import { actorField, actorOf, fromJson } from '../fields';
import type { Operation } from '../operation';
import { PAGE_STYLE, pageStyleOf, POSTED, TOKEN, tokenOf } from '../page-fields';
import { OUTPUT_OF } from './record-change';

/** Gives `page`, see `Page`. It changes nothing: programs that check links in mail fetch it too. */
export const showPage: Operation = {
	value: 'showPage',
	name: 'Show Page',
	action: 'Show the page for a supplier',
	description: 'Make the page on which a supplier reports how a signal stands',
	readOnly: true,
	fields: [TOKEN, PAGE_STYLE],
	run: async ({ register, read }) => ({
		add: { page: await showReportPage(register, tokenOf(read), pageStyleOf(read)) },
	}),
};

const NOT_COUNTED = 'Not Counted';

/** Gives `page`, `signal` and `report` (the outcome; null when nothing was taken in). */
export const recordReport: Operation = {
	value: 'recordReport',
	name: 'Record Report',
	action: 'Record the report of a supplier',
	description: 'Take in what a supplier filled in on its page',
	readOnly: false,
	outputs: ['Recorded', OUTPUT_OF.disagreement, NOT_COUNTED],
	fields: [TOKEN, POSTED, PAGE_STYLE, actorField()],
	async run({ register, read }) {
		const posted = fromJson(z.unknown()).parse(read('posted'));
		const { page, report } = await takeReport(
			register,
			tokenOf(read),
			posted,
			actorOf(read),
			pageStyleOf(read),
		);
		const output = report?.outcome === 'disagreement' ? OUTPUT_OF.disagreement : 'Recorded';
		return {
			add: { page, signal: report?.signal ?? null, report: report?.outcome ?? null },
			output: report ? output : NOT_COUNTED,
		};
	},
};
