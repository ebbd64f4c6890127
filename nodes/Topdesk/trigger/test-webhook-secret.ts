import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { SHORTEST_SECRET } from './webhook-call';

/** Credential test: there is nobody to ask whether it is right, but it can be too short. */
export async function testWebhookSecret(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const secret = String(credential.data?.secret ?? '');
	if (secret.length >= SHORTEST_SECRET) {
		return { status: 'OK', message: 'Long enough. Use the same one in the action sequence in TOPdesk.' };
	}
	const message = `The secret has ${secret.length} characters. Make one of at least ${SHORTEST_SECRET}.`;
	return { status: 'Error', message };
}
