import { z } from 'zod/v4';
import { addressKey } from '../../../shared/domain/address';
import { FIELD_NAMES, type ItemField } from '../../../shared/domain/pdc/item';
import type { Signal } from '../../../shared/domain/signal';
import type { Pdc } from '../../../shared/storage/pdc';
import { dayForPeople } from '../../today';
import { describeProblems, problemsOf, REPORT_NAMES } from '../report-problems';
import { submit, type Report, type Submitted } from '../submit';
import { readMail } from './read-mail';

/** What became of a mail about a change. */
export type MailOutcome =
	| ({ outcome: 'submitted' } & Submitted)
	| {
			outcome: 'incomplete';
			/** What is missing or not right, in plain Dutch. */
			problems: string[];
			/** What was understood, in the same way. */
			understood: string[];
			report: Report;
	  }
	/** No mail to make a notice of: a person must look. */
	| { outcome: 'person'; why: string };

export const managersSchema = z
	.string()
	.transform((list) => list.split(/[\s,;]+/).filter(Boolean))
	.pipe(
		z
			.array(z.email('Supplier Managers must be e-mail addresses'))
			.min(1, 'Fill in the addresses of the supplier managers'),
	)
	.transform((addresses) => addresses.map(addressKey));

/**
 * Makes a notice of a mail of a supplier manager, or says what is missing for one. A mail that a supplier manager
 * forwarded is his: what he wrote above it counts before what the supplier wrote.
 * @param managers whose mails are taken, as `addressKey` gives them
 */
export async function takeMail(
	pdc: Pdc,
	{ customer, source, flags, text }: Signal,
	managers: readonly string[],
	actor: string,
): Promise<MailOutcome> {
	const { forwardedBy } = source;
	const sender = forwardedBy?.email ?? customer.email;
	if (flags.autoReply || flags.bounce || flags.bulk || flags.loop) {
		return { outcome: 'person', why: flags.reasons[0]?.reason ?? 'Dit is een automatisch bericht.' };
	}
	if (!sender || !managers.includes(addressKey(sender))) {
		return {
			outcome: 'person',
			why: `${sender ?? 'De afzender'} staat niet bij de leveranciersmanagers die een wijziging mogen melden.`,
		};
	}
	const written = [forwardedBy?.remark, text].filter(Boolean).join('\n');
	const { report, problems: unread } = await readMail(pdc, {
		text: written,
		submittedBy: addressKey(sender),
	});
	const problems = describeProblems({ ...(await problemsOf(pdc, report)), ...unread });
	if (problems.length > 0) return { outcome: 'incomplete', problems, understood: understood(report), report };
	return { outcome: 'submitted', ...(await submit(pdc, report, actor)) };
}

function understood({ kind, code, wanted, audience, effectiveFrom, why, notices }: Report): string[] {
	const said: Array<[string, string]> = [
		[REPORT_NAMES.kind, kind],
		[REPORT_NAMES.code, code],
		...Object.entries(wanted).map(([field, to]): [string, string] => [
			FIELD_NAMES[field as ItemField],
			String(to),
		]),
		[REPORT_NAMES.audience, audience],
		[REPORT_NAMES.effectiveFrom, effectiveFrom ? dayForPeople(effectiveFrom) : ''],
		[REPORT_NAMES.why, why],
		[REPORT_NAMES.notices, notices],
	];
	return said
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `${name}: ${value.replace(/\n+/g, ' / ')}`);
}
