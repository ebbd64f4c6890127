import { isDoubtful } from '../../shared/http/create-once';
import { DoubtfulHandOverError, type Envelope } from '../send/hand-over';
import type { GraphClient } from './client';
import { graphError } from './errors';

/**
 * Hands a mail to Exchange Online, as `handOver` does to a mail server. The receivers are those in the header of
 * the mail: `sendMail` takes no envelope. Exchange takes 4 MB at most, in Base64.
 * Throws `DoubtfulHandOverError` when the outcome is unknown; for every other error it was not taken.
 */
export async function handOverToGraph(
	client: GraphClient,
	_envelope: Envelope,
	message: Buffer,
	onHandingOver: () => Promise<void>,
): Promise<void> {
	await onHandingOver();
	try {
		const headers = { 'content-type': 'text/plain' };
		const answer = await client.change('POST', '/sendMail', message.toString('base64'), headers);
		if (answer.status !== 202) throw graphError(answer, 'send the mail');
	} catch (error) {
		throw isDoubtful(error) ? new DoubtfulHandOverError(client.host, error) : error;
	}
}
