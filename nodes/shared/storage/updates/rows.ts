import type { RegisterDatabase } from '../database';

/** What is to be told, with the signal and whether its customer asked to stop altogether. */
export const readRows = (db: RegisterDatabase) =>
	db
		.selectFrom('updates')
		.innerJoin('signals', 'signals.id', 'updates.signal_id')
		.leftJoin('update_stops', 'update_stops.customer', 'updates.customer')
		.leftJoin('questions', (join) =>
			join
				.onRef('questions.signal_id', '=', 'updates.signal_id')
				.on('questions.state', 'in', ['open', 'reminded']),
		)
		.selectAll('signals')
		.select([
			'updates.signal_id',
			'updates.customer',
			'updates.due_at',
			'updates.status_since',
			'updates.told_status',
			'updates.answered',
			'updates.waiting_since',
			'updates.promised_until',
			'updates.stopped',
			'updates.supplier_heard_at',
			'updates.escalated_at',
			'update_stops.at as stopped_at',
			'questions.question as open_question',
		]);
