import type { Outbox, OutboxVerdict, OutgoingMail, SendLimits } from '../../shared/storage/outbox';
import { RegisterError } from '../../shared/storage/register-error';

/** What `sendOnce` asks of an outbox. */
export type SendingOutbox = Pick<Outbox, 'messageIdOf' | 'reserve' | 'handingOver' | 'sent' | 'failed'>;

const MOST_REMEMBERED = 1_000;
/** The keys of what went out past the register, in this n8n. */
const gone = new Set<string>();

/**
 * The register's outbox for a mail that must go also when the register cannot be reached or written: an alarm about
 * that. It is then not recorded, goes once for its key in each process of n8n, and no limit counts it.
 */
export class LastResortOutbox implements SendingOutbox {
	private readonly past = new Set<string>();

	/** @param register the error when it could not be opened */
	constructor(private readonly register: Outbox | RegisterError) {}

	async messageIdOf(key: string): Promise<string | null> {
		return await this.orWithout(
			(outbox) => outbox.messageIdOf(key),
			() => null,
		);
	}

	async reserve(mail: OutgoingMail, limits: SendLimits): Promise<OutboxVerdict> {
		return await this.orWithout(
			(outbox) => outbox.reserve(mail, limits),
			() => {
				if (gone.has(mail.key)) return { decision: 'sent' };
				this.past.add(mail.key);
				return { decision: 'send' };
			},
		);
	}

	async handingOver(key: string): Promise<void> {
		if (!this.past.has(key)) await this.outbox.handingOver(key);
	}

	async sent(key: string, refused?: readonly string[]): Promise<void> {
		if (!this.past.has(key)) return await this.outbox.sent(key, refused);
		if (gone.size >= MOST_REMEMBERED) gone.clear();
		gone.add(key);
	}

	async failed(key: string, reason: string): Promise<void> {
		if (!this.past.has(key)) await this.outbox.failed(key, reason);
	}

	private get outbox(): Outbox {
		if (this.register instanceof RegisterError) throw this.register;
		return this.register;
	}

	private async orWithout<T>(work: (outbox: Outbox) => Promise<T>, without: () => T): Promise<T> {
		try {
			return await work(this.outbox);
		} catch (error) {
			if (error instanceof RegisterError) return without();
			throw error;
		}
	}
}
