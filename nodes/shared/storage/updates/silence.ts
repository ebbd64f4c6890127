import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { dutchDay } from '../../domain/updates/message';
import { ZONE, type WorkingCalendar } from '../../domain/working-time/working-calendar';
import { counted, workingDays as inWords } from '../../text/counted';
import type { RegisterDatabase } from '../database';
import type { SilentSupplier } from './updates';

/** Signals whose supplier has been silent for too long, the longest first. */
export const silentRows = (db: RegisterDatabase, now: string, limit: number) =>
	db
		.selectFrom('updates')
		.innerJoin('signals', 'signals.id', 'updates.signal_id')
		.leftJoin('tickets', (join) =>
			join.onRef('tickets.signal_id', '=', 'signals.id').onRef('tickets.supplier', '=', 'signals.supplier'),
		)
		.select([
			'signals.reference',
			'signals.subject',
			'signals.status',
			'signals.supplier',
			'tickets.number as ticket',
			'updates.supplier_heard_at',
		])
		.where('updates.supplier_due_at', '<=', now)
		.orderBy('updates.supplier_due_at')
		.limit(limit);

type SilentRow = Awaited<ReturnType<ReturnType<typeof silentRows>['execute']>>[number];

/** What a coordinator must know, per supplier. */
export function perSupplier(
	rows: readonly SilentRow[],
	calendar: WorkingCalendar,
	now: Date,
): SilentSupplier[] {
	const at = DateTime.fromJSDate(now, { zone: ZONE });
	const suppliers = Map.groupBy(rows, ({ supplier }) => supplier ?? 'onbekend');
	return [...suppliers].map(([supplier, waiting]) => {
		const signals = waiting.map(({ reference, subject, status, ticket, supplier_heard_at }) => ({
			reference,
			subject,
			status,
			ticket,
			lastSign: supplier_heard_at!,
			workingDays: calendar.workingDaysBetween(DateTime.fromISO(supplier_heard_at!), at),
		}));
		const references = signals.map(({ reference }) => reference).join(' ');
		const hash = createHash('sha256').update(references).digest('hex').slice(0, 16);
		return {
			key: `escalatie:${supplier}:${at.toISODate()}:${hash}`,
			supplier,
			signals,
			...warning(supplier, signals),
		};
	});
}

function warning(
	supplier: string,
	signals: SilentSupplier['signals'],
): Pick<SilentSupplier, 'subject' | 'text'> {
	const count = counted(signals.length, 'signaal', 'signalen');
	const lines = signals.map(({ reference, subject, ticket, lastSign, workingDays }) => {
		const number = ticket && ticket !== reference ? `, ticket ${ticket}` : '';
		const since = dutchDay(DateTime.fromISO(lastSign));
		return `- ${reference}${number}: ${subject || 'zonder onderwerp'}. Laatste bericht: ${since}, ${inWords(workingDays)} geleden.`;
	});
	return {
		subject: `${supplier} laat niets horen over ${count}`,
		text: [
			'Beste coördinator,',
			`Over ${count} horen wij niets van ${supplier}. De klant wacht. Wilt u contact opnemen met de leverancier?`,
			lines.join('\n'),
			'Deze e-mail is automatisch gemaakt door het signalenregister.',
		].join('\n\n'),
	};
}
