import type { Outbox, OutgoingMail, OutboxVerdict } from '../../nodes/shared/storage/outbox';

type Entry = OutgoingMail & { state: 'reserved' | 'handing-over' | 'sent' | 'failed'; reason?: string };

/** The outbox of the register, kept in memory. */
export class MemoryOutbox implements Outbox {
	readonly entries = new Map<string, Entry>();

	async reserve(mail: OutgoingMail, maxPerDay: number): Promise<OutboxVerdict> {
		const state = this.entries.get(mail.key)?.state;
		if (state === 'sent') return 'sent';
		if (state === 'handing-over') return 'doubtful';
		const today = [...this.entries.values()].filter(
			(entry) =>
				entry.recipient === mail.recipient && (entry.state === 'sent' || entry.state === 'handing-over'),
		);
		if (today.length >= maxPerDay) return 'limited';
		this.entries.set(mail.key, { ...mail, state: 'reserved' });
		return 'send';
	}

	async handingOver(key: string): Promise<void> {
		this.entries.get(key)!.state = 'handing-over';
	}

	async sent(key: string): Promise<void> {
		this.entries.get(key)!.state = 'sent';
	}

	async failed(key: string, reason: string): Promise<void> {
		Object.assign(this.entries.get(key)!, { state: 'failed', reason });
	}
}
