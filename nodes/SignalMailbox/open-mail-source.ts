import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import type { SourceChoice } from './descriptions/source';
import { openMailAccount } from './open-mail-account';
import type { MailSource } from './source/mail-source';

/** As `openMailAccount`, for reading only. */
export const openMailSource = async (
	context: IExecuteFunctions | IPollFunctions,
	choice: SourceChoice,
): Promise<MailSource> => (await openMailAccount(context, choice)).source;
