import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { secretProblem } from './webhook-secret';

/** Credential test: there is nobody to ask whether it is right, but it can be too short. */
export async function testWebhookSecret(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const problem = secretProblem(String(credential.data?.secret ?? ''));
	return problem
		? { status: 'Error', message: problem }
		: { status: 'OK', message: 'Long enough. Use the same one in the action sequence in TOPdesk.' };
}
