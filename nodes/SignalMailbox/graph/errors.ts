import { ApiError, failureCause } from '../../shared/http/api-error';
import { retryAfterMs } from '../../shared/http/http-client';
import type { HttpResponse } from '../../shared/http/transport';
import { errorSchema } from './schemas';

const SYSTEM = 'Exchange Online';

/** Codes of Graph and of Exchange that say that the sync state of a delta query is no longer known. */
const SYNC_LOST = /^(syncStateNotFound|resyncRequired|SyncStateInvalid|ErrorInvalidSyncStateData)$/i;

export const graphCode = ({ body }: HttpResponse): string => {
	const error = errorSchema.safeParse(body);
	return error.success ? error.data.error.code : '';
};

/** Whether the delta query has to start over: everything that is there is then told again. */
export const mustResync = (response: HttpResponse): boolean =>
	response.status === 410 || (response.status === 400 && SYNC_LOST.test(graphCode(response)));

/** Turns a refusal of Graph into an error that says what is wrong and what to do about it. */
export function graphError(response: HttpResponse, what: string): ApiError {
	const { status } = response;
	const error = errorSchema.safeParse(response.body);
	const said = error.success ? `: ${error.data.error.message || error.data.error.code}` : '';
	return new ApiError(
		SYSTEM,
		status,
		failureCause(status),
		`Exchange Online would not ${what} (${status})${said}`,
		hintFor(status, graphCode(response)),
		retryAfterMs(response),
	);
}

function hintFor(status: number, code: string): string {
	if (status === 401) {
		return 'Check tenant, client ID and client secret in the Signal Mailbox Graph credential. A client secret ends after a set time.';
	}
	if (code === 'ErrorSendAsDenied') {
		return 'Leave the From Address in the credential empty, or give the mailbox the right to send as that address.';
	}
	if (code === 'ErrorInvalidRecipients') return 'Check the addresses of the receivers.';
	if (status === 413 || code === 'ErrorMessageSizeExceeded') {
		return 'Make the text or the attachments smaller.';
	}
	if (status === 403) {
		return 'Give the app the application permission Mail.ReadWrite (and Mail.Send to send) with admin consent, and check that its access policy allows this mailbox.';
	}
	if (
		status === 404 &&
		/MailboxNotEnabledForRESTAPI|ResourceNotFound|Request_ResourceNotFound|ErrorInvalidUser/.test(code)
	) {
		return 'Check the mailbox in the credential: it must be an existing mailbox in Exchange Online.';
	}
	if (status === 429) return 'Exchange Online asks to wait. The next poll goes on by itself.';
	if (status >= 500) return 'Exchange Online has a fault. Try again later.';
	return 'Check the folder and the mailbox. If it goes on, give this message to the administrator of Microsoft 365.';
}
